// Moments as people of one time zone read them. The page is in English with a 24-hour clock.

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }));
  return formats.get(key);
}

/** Browsers do not agree on the comma after a weekday, so there is none. */
const write = (moment, zone, options) => format(zone, options).format(moment).replace(",", "");

export const clockTime = (moment, zone) => write(moment, zone, { hour: "2-digit", minute: "2-digit" });

/** “Tue 24 Nov” */
export const shortDay = (moment, zone) =>
  write(moment, zone, { weekday: "short", day: "numeric", month: "short" });

/** “Tuesday 24 November 2026 at 09:30”, for titles. */
export const fullMoment = (moment, zone) =>
  `${write(moment, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" })} at ${clockTime(moment, zone)}`;

const partsOf = (moment, zone, options) =>
  Object.fromEntries(
    format(zone, options)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );

/** The local calendar day as 2026-11-24: equal for two moments of the same day. */
export function isoDay(moment, zone) {
  const { year, month, day } = partsOf(moment, zone, { year: "numeric", month: "2-digit", day: "2-digit" });
  return `${year}-${month}-${day}`;
}

const sameDay = (a, b, zone) => isoDay(a, zone) === isoDay(b, zone);

const DAY = 86_400_000;

/** “Today”, “Yesterday”, “Tomorrow”, or null; seen from `now`. */
export function nearDay(moment, now, zone) {
  if (sameDay(moment, now, zone)) return "Today";
  if (sameDay(moment, new Date(now.getTime() - DAY), zone)) return "Yesterday";
  if (sameDay(moment, new Date(now.getTime() + DAY), zone)) return "Tomorrow";
  return null;
}

/** The heading between two days of messages. */
export function dividerDay(moment, now, zone) {
  const year = isoDay(moment, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4) ? undefined : "numeric";
  return (
    nearDay(moment, now, zone) ??
    write(moment, zone, { weekday: "long", day: "numeric", month: "long", year })
  );
}

/** “Lisbon” from “Europe/Lisbon”. */
export const city = (zone) => zone.split("/").pop().replaceAll("_", " ");

const DATE_FORMS = {
  date_num: (m, z) => isoDay(m, z),
  date: (m, z) => write(m, z, { day: "numeric", month: "long", year: "numeric" }),
  date_short: (m, z) => write(m, z, { day: "numeric", month: "short", year: "numeric" }),
  date_long: (m, z) => write(m, z, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
  time: (m, z) => clockTime(m, z),
  time_secs: (m, z) => write(m, z, { hour: "2-digit", minute: "2-digit", second: "2-digit" }),
};

/**
 * Fill Slack's date template: `{date_short} at {time}`. A `_pretty` form says today or tomorrow where it can.
 * Source: Slack, “Formatting text for app surfaces”, date formatting.
 */
export function slackDate(template, moment, now, zone) {
  return template.replace(/\{(\w+)\}/g, (whole, token) => {
    if (token === "ago") return ago(moment, now);
    const near = token.endsWith("_pretty") && nearDay(moment, now, zone);
    const form = DATE_FORMS[token.replace("_pretty", "")];
    return (near && near.toLowerCase()) || (form ? form(moment, zone) : whole);
  });
}

function ago(moment, now) {
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const minutes = Math.round((moment - now) / 60_000);
  if (Math.abs(minutes) < 60) return words.format(minutes, "minute");
  if (Math.abs(minutes) < 48 * 60) return words.format(Math.round(minutes / 60), "hour");
  return words.format(Math.round(minutes / 1440), "day");
}

/** Minutes that `zone` is ahead of UTC at a moment. */
function offset(moment, zone) {
  const wall = Date.parse(`${isoDay(moment, zone)}T${clockTime(moment, zone)}Z`);
  return Math.round((wall - Math.floor(moment.getTime() / 60_000) * 60_000) / 60_000);
}

/** Epoch seconds of a wall time such as “2026-12-01T15:00” in a zone, or null when it is not one. */
export function epochOf(wall, zone) {
  const utc = Date.parse(`${wall}Z`);
  if (Number.isNaN(utc)) return null;
  const guess = utc - offset(new Date(utc), zone) * 60_000;
  // A second look settles moments close to a change of daylight saving.
  return (utc - offset(new Date(guess), zone) * 60_000) / 1000;
}

/** The wall time of epoch seconds in a zone, as a datetime-local field wants it. */
export function wallOf(epoch, zone) {
  const moment = new Date(epoch * 1000);
  return `${isoDay(moment, zone)}T${clockTime(moment, zone)}`;
}
