import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';

const secure = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
});

/**
 * Keeps other sites' pages out: what a browser sends on their behalf names them as its origin, or comes under a name
 * that is not this machine's (DNS rebinding).
 */
export const guardPage: RequestHandler = (request, response, next) => {
  if (!comesFromHere(request)) return void response.status(403).type('text').send('not from this page');
  secure(request, response, next);
};

function comesFromHere({ headers, socket }: Request): boolean {
  const { host = '', origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return !isLoopback(socket.localAddress ?? '') || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
