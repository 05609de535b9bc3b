// n8n looks once a minute which waiting executions have waited long enough. In a rehearsal, where waits are short, it
// looks four times a second: the one minute-long interval that is started from its wait tracker is shortened.
const usual = globalThis.setInterval;

globalThis.setInterval = function setInterval(work, milliseconds, ...rest) {
  const ofWaitTracker = milliseconds === 60000 && /wait-tracker\.[jt]s/.test(new Error().stack);
  return usual(work, ofWaitTracker ? 250 : milliseconds, ...rest);
};
