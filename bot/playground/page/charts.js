// Slack's data_visualization block as a plain drawing: pie, bar, line and area, with a legend, and the figures in
// words for whoever does not see the drawing.

import { h, svg } from "./dom.js";

const WIDTH = 480;
const HEIGHT = 220;
const FRAME = { left: 40, right: 12, top: 12, bottom: 30 };

/** Draw the block. */
export function chart({ title, chart: data }) {
  const drawn = (CHARTS[data.type] ?? CHARTS.bar)(data);
  const names =
    data.type === "pie" ? data.segments.map(({ label }) => label) : data.series.map(({ name }) => name);
  return h(
    "figure",
    {},
    h("figcaption", {}, title),
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${title}: ${inWords(data)}` },
      drawn,
    ),
    names.length > 1 && h("div", { class: "legend", "aria-hidden": "true" }, names.map(legendEntry)),
  );
}

const legendEntry = (name, at) => h("span", {}, h("i", { class: `series-${at}` }), name);

const inWords = (data) =>
  data.type === "pie"
    ? pointWords(data.segments)
    : data.series.map(({ name, data: points }) => `${name}: ${pointWords(points)}`).join("; ");
const pointWords = (points) => points.map(({ label, value }) => `${label} ${value}`).join(", ");

function pie({ segments }) {
  const total = segments.reduce((sum, { value }) => sum + value, 0) || 1;
  let from = 0;
  return segments.map(({ label, value }, at) => {
    const to = from + value / total;
    const node = svg(
      "path",
      { d: slice(from, to), class: `fill-${at}` },
      svg("title", {}, `${label}: ${value}`),
    );
    from = to;
    return node;
  });
}

function slice(from, to) {
  const [cx, cy, r] = [WIDTH / 2, HEIGHT / 2, HEIGHT / 2 - 10];
  // A full circle has no two different ends, so it stops just short of itself.
  const end = to - from >= 1 ? from + 0.9999 : to;
  const at = (turn) => `${cx + r * Math.sin(turn * 2 * Math.PI)} ${cy - r * Math.cos(turn * 2 * Math.PI)}`;
  return `M${cx} ${cy}L${at(from)}A${r} ${r} 0 ${end - from > 0.5 ? 1 : 0} 1 ${at(end)}Z`;
}

/** Scales and axes shared by bars, lines and areas. */
function plane({ series, axis_config: axis }) {
  const values = series.flatMap(({ data }) => data.map(({ value }) => value));
  const top = roundUp(Math.max(1, ...values));
  const bottom = Math.min(0, ...values);
  const inner = { width: WIDTH - FRAME.left - FRAME.right, height: HEIGHT - FRAME.top - FRAME.bottom };
  const step = inner.width / axis.categories.length;
  const y = (value) => FRAME.top + inner.height * (1 - (value - bottom) / (top - bottom));
  const x = (index) => FRAME.left + step * (index + 0.5);
  return { x, y, step, bottom, axes: [grid(y, top, bottom), labels(axis.categories, x), axisTitles(axis)] };
}

/** The next 1, 2, 2.5, 5 or 10 times a power of ten, so that grid lines fall on round figures. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].find((step) => step * power >= value) * power;
}

function grid(y, top, bottom) {
  return [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const value = bottom + (top - bottom) * part;
    const text = svg(
      "text",
      { x: FRAME.left - 6, y: y(value) + 4, class: "axis axis-y" },
      String(Math.round(value * 100) / 100),
    );
    return [
      svg("line", { x1: FRAME.left, x2: WIDTH - FRAME.right, y1: y(value), y2: y(value), class: "grid" }),
      text,
    ];
  });
}

function labels(categories, x) {
  // Names that would run into each other are shown every second, third … time.
  const every = Math.ceil(categories.length / 8);
  return categories.map((name, at) =>
    at % every ? null : svg("text", { x: x(at), y: HEIGHT - FRAME.bottom + 16, class: "axis axis-x" }, name),
  );
}

const axisTitles = ({ x_label: xLabel }) =>
  xLabel && svg("text", { x: WIDTH / 2, y: HEIGHT - 2, class: "axis axis-x" }, xLabel);

function bar(data) {
  const { x, y, step, bottom, axes } = plane(data);
  const width = Math.min(36, (step * 0.7) / data.series.length);
  const bars = data.series.map(({ name, data: points }, at) =>
    points.map(({ label, value }, index) => {
      const left = x(index) + (at - data.series.length / 2) * width;
      const [from, to] = [y(Math.max(value, 0)), y(Math.max(bottom, Math.min(value, 0)))];
      const props = {
        x: left + 1,
        y: from,
        width: Math.max(1, width - 2),
        height: Math.max(0, to - from),
        rx: 2,
        class: `fill-${at}`,
      };
      return svg("rect", props, svg("title", {}, `${name}, ${label}: ${value}`));
    }),
  );
  return [axes, bars];
}

function line(data) {
  const { x, y, axes } = plane(data);
  const lines = data.series.map(({ name, data: points }, at) => [
    svg("polyline", {
      points: points.map(({ value }, i) => `${x(i)},${y(value)}`).join(" "),
      class: `line-${at}`,
    }),
    points.map(({ label, value }, i) =>
      svg(
        "circle",
        { cx: x(i), cy: y(value), r: 3, class: `fill-${at}` },
        svg("title", {}, `${name}, ${label}: ${value}`),
      ),
    ),
  ]);
  return [axes, lines];
}

function area(data) {
  const { x, y, bottom, axes } = plane(data);
  const areas = data.series.map(({ data: points }, at) => {
    const along = points.map(({ value }, i) => `${x(i)},${y(value)}`);
    const base = [`${x(points.length - 1)},${y(bottom)}`, `${x(0)},${y(bottom)}`];
    return svg("polygon", { points: [...along, ...base].join(" "), class: `fill-${at} area` });
  });
  return [axes, areas];
}

const CHARTS = { pie, bar, line, area };
