export { createStillClock } from '../../simulate/play/still-clock.ts';
