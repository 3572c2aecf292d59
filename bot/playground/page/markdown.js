// Standard Markdown, as far as Slack's `markdown` block goes: headings, emphasis, code, lists, quotes, links,
// rules and tables. DOM nodes only, like mrkdwn.js.

import { emojify } from "./emoji.js";
import { h } from "./dom.js";
import { link } from "./mrkdwn.js";

/** Render a Markdown text as an array of block nodes. */
export function markdown(text) {
  const lines = text.split("\n");
  const nodes = [];
  for (let i = 0; i < lines.length;) {
    const { node, next } = BLOCKS.map((read) => read(lines, i)).find(Boolean);
    if (node) nodes.push(node);
    i = next;
  }
  return nodes;
}

const BLOCKS = [blank, fence, heading, rule, table, quote, list, paragraph];

function blank(lines, i) {
  return lines[i].trim() ? null : { node: null, next: i + 1 };
}

function fence(lines, i) {
  if (!lines[i].startsWith("```")) return null;
  const close = lines.findIndex((line, at) => at > i && line.startsWith("```"));
  const end = close < 0 ? lines.length : close;
  return { node: h("pre", {}, h("code", {}, lines.slice(i + 1, end).join("\n"))), next: end + 1 };
}

function heading(lines, i) {
  const match = /^(#{1,6}) +(.*)/.exec(lines[i]);
  // Under the channel's h1 and a day's h2, a message's headings start at h3.
  return match && { node: h(`h${Math.min(6, match[1].length + 2)}`, {}, spans(match[2])), next: i + 1 };
}

function rule(lines, i) {
  return /^\s*([-*_])(\s*\1){2,}\s*$/.test(lines[i]) ? { node: h("hr"), next: i + 1 } : null;
}

const cells = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());

function table(lines, i) {
  if (!lines[i].includes("|") || !/^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(lines[i + 1] ?? "")) return null;
  const [next, body] = takeWhile(lines, i + 2, (line) => line.includes("|"));
  const row = (tag, line) =>
    h(
      "tr",
      {},
      cells(line).map((cell) => h(tag, {}, spans(cell))),
    );
  const node = h(
    "table",
    {},
    h("thead", {}, row("th", lines[i])),
    h(
      "tbody",
      {},
      body.map((line) => row("td", line)),
    ),
  );
  return { node: h("div", { class: "table-wrap" }, node), next };
}

function quote(lines, i) {
  const [next, body] = takeWhile(lines, i, (line) => line.startsWith(">"));
  return body.length
    ? { node: h("blockquote", {}, markdown(body.map((line) => line.replace(/^> ?/, "")).join("\n"))), next }
    : null;
}

const ITEM = /^\s*(?:[-*+]|(\d+)[.)]) +(.*)/;

function list(lines, i) {
  const [next, body] = takeWhile(lines, i, (line) => ITEM.test(line));
  if (!body.length) return null;
  const items = body.map((line) => h("li", {}, spans(ITEM.exec(line)[2])));
  const start = ITEM.exec(body[0])[1];
  return { node: h(start ? "ol" : "ul", start ? { start } : {}, items), next };
}

function paragraph(lines, i) {
  const starts = (at) => BLOCKS.slice(0, -1).some((read) => read(lines, at));
  let next = i + 1;
  while (next < lines.length && !starts(next)) next += 1;
  const words = lines.slice(i, next).flatMap((line, at) => (at ? [h("br"), ...spans(line)] : spans(line)));
  return { node: h("p", {}, words), next };
}

function takeWhile(lines, i, fits) {
  let next = i;
  while (next < lines.length && fits(lines[next])) next += 1;
  return [next, lines.slice(i, next)];
}

const SPAN =
  /`([^`]+)`|\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|\*([^\s*][^*]*)\*|(?<!\w)_([^\s_][^_]*)_(?!\w)|!?\[([^\]]*)\]\(([^)\s]+)\)/;

function spans(text) {
  const match = SPAN.exec(text);
  if (!match) return text ? [emojify(text)] : [];
  const [whole, code, bold, bold2, strike, italic, italic2, label, href] = match;
  const node = code
    ? h("code", {}, code)
    : bold || bold2
      ? h("strong", {}, spans(bold || bold2))
      : strike
        ? h("del", {}, spans(strike))
        : italic || italic2
          ? h("em", {}, spans(italic || italic2))
          : link(href, label || href);
  return [...spans(text.slice(0, match.index)), node, ...spans(text.slice(match.index + whole.length))];
}
