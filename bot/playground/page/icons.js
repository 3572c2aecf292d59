// Line icons, drawn for this page on a 20 × 20 grid. They are decoration: the button beside one has the words.

import { svg } from "./dom.js";

const PATHS = {
  menu: ["M3 5.5h14", "M3 10h14", "M3 14.5h14"],
  close: ["M5 5l10 10", "M15 5L5 15"],
  back: ["M12.5 4.5L7 10l5.500 5.500"],
  chevron: ["M5.500 8l4.500 4.500L14.500 8"],
  send: ["M3.500 10L16.500 4l-4 12-3-5z", "M9.500 11l7-7"],
  bolt: ["M11 2.500L4.500 11.500h4.500L8.500 17.500l7-9.500h-5z"],
  more: ["M10 4.500v.01", "M10 10v.01", "M10 15.500v.01"],
  smile: [
    "M10 17.500a7.500 7.500 0 1 1 0-15a7.500 7.500 0 0 1 0 15z",
    "M7.200 8v.01",
    "M12.800 8v.01",
    "M6.800 11.800c1.600 2.300 4.800 2.300 6.400 0",
  ],
  eye: [
    "M2.500 10c3-5.500 12-5.500 15 0c-3 5.500-12 5.500-15 0z",
    "M10 12.200a2.200 2.200 0 1 1 0-4.400a2.200 2.200 0 0 1 0 4.400z",
  ],
  file: ["M5 2.500h6.500l3.500 3.500v11.500H5z", "M11.500 2.500v3.500H15"],
  download: ["M10 3v9", "M6 8.500l4 4l4-4", "M4 16.500h12"],
  clock: ["M10 17.500a7.500 7.500 0 1 1 0-15a7.500 7.500 0 0 1 0 15z", "M10 6v4.300l2.800 1.700"],
  check: ["M4.500 10.500l3.700 3.700l7.300-8"],
  play: ["M6.500 4.200v11.600L15.500 10z"],
  flag: ["M5 17.500V3", "M5 3.500h9.500l-2 3.500l2 3.500H5"],
  warning: ["M10 3.200L17.500 16.500h-15z", "M10 8v4", "M10 14.200v.01"],
  plug: ["M7 2.500v4", "M13 2.500v4", "M5 6.500h10v3a5 5 0 0 1-10 0z", "M10 14.500v3"],
  forward: ["M4 5l5.500 5L4 15z", "M10.500 5l5.500 5l-5.500 5z"],
  sunrise: [
    "M3 15.500h14",
    "M5.500 12.500a4.500 4.500 0 0 1 9 0",
    "M10 3v2.500",
    "M3.800 6.800l1.500 1.500",
    "M16.200 6.800l-1.500 1.500",
  ],
};

/** An icon by name. */
export function icon(name) {
  const lines = PATHS[name].map((d) => svg("path", { d }));
  return svg(
    "svg",
    { viewBox: "0 0 20 20", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" },
    lines,
  );
}
