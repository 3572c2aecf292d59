// Slack's rich_text block: sections, lists, quotes and preformatted text made of small styled pieces.

import { emoji } from "./emoji.js";
import { slackDate } from "./dates.js";
import { h } from "./dom.js";
import { channelMention, emojiNode, link, userMention } from "./mrkdwn.js";

/** Render a rich_text block's elements as an array of nodes. */
export function richText(block, world) {
  return (block.elements ?? []).map((part) => (PARTS[part.type] ?? PARTS.rich_text_section)(part, world));
}

const pieces = (part, world) => (part.elements ?? []).map((piece) => styled(piece, world));

const PARTS = {
  rich_text_section: (part, world) => h("div", { class: "rich-section" }, pieces(part, world)),
  rich_text_preformatted: (part, world) => h("pre", {}, h("code", {}, pieces(part, world))),
  rich_text_quote: (part, world) => h("blockquote", {}, pieces(part, world)),
  rich_text_list: (part, world) => {
    const items = (part.elements ?? []).map((item) => h("li", {}, pieces(item, world)));
    const props = { css: { "--depth": part.indent ?? 0 }, class: "rich-list" };
    return part.style === "ordered"
      ? h("ol", { ...props, start: (part.offset ?? 0) + 1 }, items)
      : h("ul", props, items);
  },
};

const TAGS = { bold: "strong", italic: "em", strike: "del", code: "code", underline: "u" };

function styled(piece, world) {
  const node = (PIECES[piece.type] ?? PIECES.text)(piece, world);
  return Object.entries(piece.style ?? {})
    .filter(([style, on]) => on === true && TAGS[style])
    .reduce((inner, [style]) => h(TAGS[style], {}, inner), node);
}

const PIECES = {
  text: ({ text }) => document.createTextNode(text ?? ""),
  link: ({ url, text }) => link(url, text || url),
  emoji: ({ name, unicode }) => {
    const sign =
      emoji(name) ?? (unicode && String.fromCodePoint(...unicode.split("-").map((hex) => parseInt(hex, 16))));
    return sign ? emojiNode(name, sign) : document.createTextNode(`:${name}:`);
  },
  user: ({ user_id }, world) => userMention(user_id, "", world),
  channel: ({ channel_id }, world) => channelMention(channel_id, "", world),
  usergroup: ({ usergroup_id }) => h("span", { class: "mention" }, `@${usergroup_id}`),
  broadcast: ({ range }) => h("span", { class: "mention mention-me" }, `@${range}`),
  color: ({ value }) => h("code", {}, value),
  date: ({ timestamp, format }, world) => {
    const moment = new Date(timestamp * 1000);
    return h("time", { datetime: moment.toISOString() }, slackDate(format, moment, world.now, world.myZone));
  },
};
