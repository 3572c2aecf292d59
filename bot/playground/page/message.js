// One message: who, when, what, and what can be done with it.

import { renderBlocks } from "./blocks.js";
import { clockTime, fullMoment, isoDay } from "./dates.js";
import { h, tap } from "./dom.js";
import { emoji, REACTIONS } from "./emoji.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./mrkdwn.js";
import { avatar } from "./people.js";
import { openMenu } from "./popover.js";
import { Surface } from "./surface.js";

/** Messages of one person within this time stand together under one name. */
const TOGETHER_SECONDS = 300;

/** True when a message stands under the name of the one before it. */
export function continues(message, before, world) {
  if (
    !before ||
    before.notice ||
    before.user !== message.user ||
    Boolean(before.ephemeral) !== Boolean(message.ephemeral)
  )
    return false;
  const zone = world.myZone;
  const [a, b] = [new Date(before.time), new Date(message.time)];
  return b - a < TOGETHER_SECONDS * 1000 && isoDay(a, zone) === isoDay(b, zone);
}

/** What Slack itself says to one person. */
export function noticeNode({ text, notice }, world) {
  return h(
    "li",
    { class: `slack-notice notice-${notice}`, data: { testid: "notice" } },
    icon("warning"),
    h("div", {}, mrkdwn(text, world)),
  );
}

/** A message as a list item. `list` reacts and knows the shortcuts. */
export function messageNode(message, together, list) {
  const { world } = list;
  const classes = ["message", together && "together", message.ephemeral && "ephemeral"]
    .filter(Boolean)
    .join(" ");
  const side = together ? timeNode(message, world) : avatar(message.user, world);
  return h(
    "li",
    { class: classes, data: { ts: message.ts, testid: "message", user: message.user } },
    h("div", { class: "message-side" }, side),
    h(
      "div",
      { class: "message-main" },
      message.ephemeral && h("div", { class: "only-you" }, icon("eye"), "Only visible to you"),
      head(message, world, together),
      content(message, list),
      files(message),
      reactions(message, list),
    ),
    message.ephemeral ? null : toolbar(message, list),
  );
}

function head(message, world, together) {
  const name = h("span", { class: "author" }, world.nameOf(message.user));
  const isApp = message.bot || world.users.get(message.user)?.is_bot;
  if (together) return h("div", { class: "visually-hidden" }, world.nameOf(message.user));
  return h(
    "div",
    { class: "message-head" },
    name,
    isApp && h("span", { class: "badge" }, "APP"),
    timeNode(message, world),
  );
}

function timeNode(message, world) {
  const moment = new Date(message.time);
  return h(
    "time",
    { datetime: message.time, title: fullMoment(moment, world.myZone) },
    clockTime(moment, world.myZone),
  );
}

function content(message, list) {
  const { world } = list;
  const edited = message.edited && h("span", { class: "edited" }, " (edited)");
  if (!message.blocks?.length)
    return h("div", { class: "message-text" }, mrkdwn(message.text ?? "", world), edited);
  const surface = new Surface(
    { type: "message", channel: message.channel, ts: message.ts },
    world,
    list.connection,
  );
  const holder = renderBlocks(message.blocks, surface, h("div", { class: "blocks" }));
  return h("div", { class: "message-blocks" }, holder, edited);
}

function files(message) {
  if (!message.files?.length) return null;
  return h(
    "div",
    { class: "files" },
    message.files.map((file) =>
      file.mimetype?.startsWith("image/")
        ? h(
            "a",
            { href: file.url, class: "file-image", target: "_blank", rel: "noopener" },
            h("img", { src: file.url, alt: file.title || file.name }),
          )
        : h(
            "a",
            { href: file.url, download: file.name, class: "file" },
            icon("file"),
            h("span", {}, h("strong", {}, file.title || file.name), h("small", {}, sizeWords(file.size))),
            icon("download"),
            h("span", { class: "visually-hidden" }, "Download"),
          ),
    ),
  );
}

function sizeWords(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function reactions(message, list) {
  if (!message.reactions?.length) return null;
  const { world } = list;
  const pill = ({ name, count, users }) => {
    const mine = users.includes(world.me);
    const who = users.map((user) => world.nameOf(user)).join(", ");
    const props = {
      type: "button",
      class: "reaction",
      "aria-pressed": String(mine),
      "aria-label": `${name.replaceAll("_", " ")}: ${count}, ${who}`,
      title: `${who} reacted with :${name}:`,
    };
    return h(
      "button",
      { ...props, on: { click: () => list.react(message, name) } },
      h("span", { class: "emoji" }, emoji(name) ?? `:${name}:`),
      String(count),
    );
  };
  return h("div", { class: "reactions" }, message.reactions.map(pill));
}

function toolbar(message, list) {
  const faces = () => REACTIONS.map((name) => face(name, () => list.react(message, name)));
  const looks = { label: "Reactions", align: "end", className: "menu-faces" };
  return h(
    "div",
    { class: "toolbar", role: "group", "aria-label": "Message actions" },
    tool("smile", "Add reaction", (at) => openMenu(at, faces(), looks)),
    tool("more", "More actions", (at) =>
      openMenu(at, list.shortcutItems(message), { label: "More actions", align: "end" }),
    ),
  );
}

const face = (name, choose) => ({ label: emoji(name), name: name.replaceAll("_", " "), choose });

function tool(name, label, open) {
  const props = {
    class: "icon-button",
    "aria-label": label,
    title: label,
    "aria-haspopup": "menu",
    "aria-expanded": "false",
  };
  const node = tap(props, () => open(node), icon(name));
  return node;
}
