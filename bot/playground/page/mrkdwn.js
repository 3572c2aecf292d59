// Slack's own markup as DOM nodes: *bold*, _italic_, ~strike~, `code`, fences, quotes, lists, <links>, mentions,
// dates and emoji. Text becomes text nodes only; a `<script>` somebody typed is read as letters.
// Source: Slack, “Formatting text for app surfaces”.

import { emoji } from "./emoji.js";
import { slackDate, fullMoment } from "./dates.js";
import { h } from "./dom.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const STYLES = { "*": "strong", _: "em", "~": "del" };
const SAFE_LINK = /^(https?:|mailto:|tel:)/i;
const BARE_LINK = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"]/y;
const CODE_NAME = /:([a-z0-9_+'-]+)(?:::skin-tone-\d)?:/y;

/** `&lt;` to `<`: what Slack's three entities stand for. */
export const decode = (text) => text.replace(/&(amp|lt|gt);/g, (entity) => ENTITIES[entity]);

/**
 * Render mrkdwn. `world` is the workspace: it knows names, the time and the reader's zone.
 * Returns an array of nodes for `fill` or `h`.
 */
export function mrkdwn(text, world) {
  return splitFences(text).flatMap(({ fence, body }) =>
    fence ? [h("pre", {}, h("code", {}, decode(body)))] : renderLines(body, world),
  );
}

function splitFences(text) {
  return text.split(/```/).flatMap((body, i, all) => {
    // An odd fence at the end was never closed, so it is text.
    if (i % 2 && i === all.length - 1) return [{ fence: false, body: "```" + body }];
    const trimmed = i % 2 ? body.replace(/^\n|\n$/g, "") : body;
    return trimmed ? [{ fence: i % 2 === 1, body: trimmed }] : [];
  });
}

const QUOTE = /^(?:&gt;|>) ?/;
const ITEM = /^(\s*)([•◦▪‣–-]|\d{1,3}[.)]) +/;

/** Lines of the same kind stand together: quotes in one block, list items with a hanging indent. */
function renderLines(text, world) {
  const nodes = [];
  let quote = null;
  const lines = text.replace(/^\n|\n$/g, "").split("\n");
  lines.forEach((line, i) => {
    if (QUOTE.test(line)) {
      if (!quote) nodes.push((quote = h("blockquote")));
      else quote.append(h("br"));
      quote.append(...inline(line.replace(QUOTE, ""), world));
      return;
    }
    const afterBlock = quote !== null || isBlock(nodes.at(-1));
    quote = null;
    if (i > 0 && !afterBlock) nodes.push(h("br"));
    nodes.push(...renderLine(line, world));
  });
  return nodes;
}

const isBlock = (node) =>
  node instanceof Element && (node.tagName === "BLOCKQUOTE" || node.className === "item");

function renderLine(line, world) {
  const item = ITEM.exec(line);
  if (!item) return inline(line, world);
  const [whole, indent, mark] = item;
  const body = h("span", { class: "item-body" }, inline(line.slice(whole.length), world));
  const depth = Math.min(4, Math.floor(indent.length / 2));
  return [
    h(
      "span",
      { class: "item", css: { "--depth": depth } },
      h("span", { class: "item-mark" }, mark),
      " ",
      body,
    ),
  ];
}

/** One line's worth of markup. */
export function inline(text, world) {
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(document.createTextNode(decode(plain)));
    plain = "";
  };
  for (let i = 0; i < text.length;) {
    const found = READERS.map((read) => read(text, i, world)).find(Boolean);
    if (found) {
      flush();
      nodes.push(found.node);
      i = found.end;
    } else {
      plain += text[i];
      i += 1;
    }
  }
  flush();
  return nodes;
}

const READERS = [readAngle, readCode, readStyle, readEmoji, readBareLink];

function readAngle(text, i, world) {
  if (text[i] !== "<") return null;
  const end = text.indexOf(">", i);
  if (end < 0) return null;
  const node = angle(text.slice(i + 1, end), world);
  return node && { node, end: end + 1 };
}

function readCode(text, i) {
  if (text[i] !== "`" || inWord(text[i - 1])) return null;
  const end = text.indexOf("`", i + 1);
  return end > i + 1 ? { node: h("code", {}, decode(text.slice(i + 1, end))), end: end + 1 } : null;
}

// A zero-width space before a mark is how an app takes the bite out of it.
const WORD = /[\p{L}\p{N}\u200b]/u;

/** A style opens before a non-space at the edge of a word and closes after one: 2*3*4 stays arithmetic. */
function readStyle(text, i, world) {
  const mark = text[i];
  const tag = STYLES[mark];
  if (!tag || inWord(text[i - 1]) || blankOr(mark, text[i + 1])) return null;
  for (let end = text.indexOf(mark, i + 2); end > 0; end = text.indexOf(mark, end + 1)) {
    const closes = !/\s/.test(text[end - 1]) && !inWord(text[end + 1]);
    if (closes) return { node: h(tag, {}, inline(text.slice(i + 1, end), world)), end: end + 1 };
  }
  return null;
}

const inWord = (letter) => letter !== undefined && WORD.test(letter);
const blankOr = (mark, letter) => letter === undefined || letter === mark || /\s/.test(letter);

function readEmoji(text, i) {
  if (text[i] !== ":") return null;
  CODE_NAME.lastIndex = i;
  const match = CODE_NAME.exec(text);
  const sign = match && emoji(match[1]);
  return sign ? { node: emojiNode(match[1], sign), end: i + match[0].length } : null;
}

/** An emoji that screen readers call by its name. */
export function emojiNode(name, sign) {
  return h(
    "span",
    { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " "), title: `:${name}:` },
    sign,
  );
}

function readBareLink(text, i) {
  if (text[i] !== "h" || inWord(text[i - 1])) return null;
  BARE_LINK.lastIndex = i;
  const match = BARE_LINK.exec(text);
  return match && { node: link(decode(match[0]), decode(match[0])), end: i + match[0].length };
}

/** What stands between < and >: a mention, a channel, a date, a link, or nothing Slack knows. */
function angle(body, world) {
  const [target, ...rest] = body.split("|");
  const label = rest.join("|");
  if (/^@[UW][A-Z0-9]+$/.test(target)) return userMention(target.slice(1), label, world);
  if (/^#[CG][A-Z0-9]+$/.test(target)) return channelMention(target.slice(1), label, world);
  if (target.startsWith("!")) return special(target.slice(1), label, world);
  if (SAFE_LINK.test(target))
    return link(decode(target), label ? decode(label) : decode(target.replace(/^(mailto|tel):/, "")));
  return null;
}

export function userMention(id, label, world) {
  const me = id === world.me ? " mention-me" : "";
  return h(
    "span",
    { class: `mention${me}`, data: { user: id } },
    `@${world.users.has(id) ? world.nameOf(id) : label || id}`,
  );
}

export function channelMention(id, label, world) {
  const name = world.channels.get(id)?.name ?? (label || id);
  return h("a", { class: "mention", href: `#c=${id}`, data: { channel: id } }, `#${name}`);
}

function special(body, label, world) {
  if (body.startsWith("date^")) return dateNode(body, label, world);
  if (body.startsWith("subteam^")) return h("span", { class: "mention" }, label || "@group");
  return h("span", { class: "mention mention-me" }, label ? decode(label) : `@${body}`);
}

function dateNode(body, fallback, world) {
  const [, seconds, template, href] = body.split("^");
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.getTime()) || !template) return document.createTextNode(decode(fallback));
  const words = slackDate(decode(template), moment, world.now, world.myZone);
  const node = h("time", { datetime: moment.toISOString(), title: fullMoment(moment, world.myZone) }, words);
  return href && SAFE_LINK.test(href) ? link(decode(href), node) : node;
}

const ARCHIVE = /\/archives\/([CDG][A-Z0-9]+)\/p(\d{10})(\d{6})/;

/** A link that opens in a new tab; one to a message of this workspace opens that message here. */
export function link(href, label) {
  if (!SAFE_LINK.test(href)) return h("span", {}, label);
  const here = ARCHIVE.exec(href);
  if (here)
    return h("a", { href: `#c=${here[1]}`, data: { channel: here[1], ts: `${here[2]}.${here[3]}` } }, label);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, label);
}

/** The words of mrkdwn without the markup, for announcements and titles. */
export function plainOf(text, world) {
  const holder = h("div", {}, inline(text, world));
  for (const image of holder.querySelectorAll(".emoji")) image.replaceWith(image.textContent);
  return holder.textContent;
}
