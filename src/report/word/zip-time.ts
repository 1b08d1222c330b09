/** Earliest time a zip can hold. Without an offset it is local time, which is also what a zip means, in every zone. */
export const ZIP_TIME = '1980-01-01T12:00:00';
