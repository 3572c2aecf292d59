// Faces: a coloured square with somebody's initials.

import { h } from "./dom.js";

const BOT_COLOR = "#0b6b5c";
const COLORS = ["#7a4a9e", "#a3460f", "#2b6a2f", "#8a2b5c", "#1f5f8b", "#6b5a10"];

/** The colour of somebody without one: the same every time. */
function colorOf(user, world) {
  if (user?.color) return user.color.startsWith("#") ? user.color : `#${user.color}`;
  if (user?.is_bot || user?.id === world.app.user_id) return world.app.color ?? BOT_COLOR;
  const sum = [...(user?.id ?? "?")].reduce((total, letter) => total + letter.codePointAt(0), 0);
  return COLORS[sum % COLORS.length];
}

const initials = (name) =>
  name
    .split(/\s+/)
    .map((word) => [...word][0])
    .filter(Boolean)
    .slice(0, 2)
    .join("")
    .toUpperCase();

/** Dark ink on light colours, white on dark ones (relative luminance as WCAG defines it). */
function inkOn(color) {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? "#1b1d1f" : "#fff";
}

/** An avatar for a user id; decoration, the name stands beside it. */
export function avatar(id, world, size = "") {
  const color = colorOf(world.users.get(id) ?? { id }, world);
  return h(
    "span",
    { class: `avatar ${size}`, "aria-hidden": "true", css: { background: color, color: inkOn(color) } },
    initials(world.nameOf(id)),
  );
}
