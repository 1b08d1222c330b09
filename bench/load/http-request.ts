/** A whole POST as it goes over the wire, so that nothing has to be built while the clock runs. */
export function httpRequest(path: string, body: string, headers: Readonly<Record<string, string>>): Buffer {
  const bytes = Buffer.from(body);
  const all = {
    host: '127.0.0.1',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(bytes.length),
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${head.join('')}\r\n`), bytes]);
}
