// Slack's text objects: plain_text or mrkdwn, or a bare string.

import { emojify } from "./emoji.js";
import { decode, mrkdwn, plainOf } from "./mrkdwn.js";

/** The nodes of a text object. */
export function textNodes(text, world) {
  if (!text) return [];
  if (typeof text === "string") return [emojify(decode(text))];
  return text.type === "mrkdwn" ? mrkdwn(text.text ?? "", world) : [emojify(decode(text.text ?? ""))];
}

/** The same as one plain string. */
export function textOf(text, world) {
  if (!text) return "";
  if (typeof text === "string") return emojify(decode(text));
  return text.type === "mrkdwn" ? plainOf(text.text ?? "", world) : emojify(decode(text.text ?? ""));
}
