/** The platform says no: HTTP status, platform code, and the text developers read. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: number,
    message: string,
    options: { status?: number; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = options.status ?? 400;
    this.code = code;
    this.headers = options.headers ?? {};
  }
}
