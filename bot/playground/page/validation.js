// What Slack's own client says about a form before it is sent. Everything else is the app's to judge.

import { elementsOf, holdsValue, isEmpty, valueOf } from "./values.js";

/** {block_id: sentence} for every input that cannot be sent as it is. */
export function mistakes(blocks, values) {
  const wrong = {};
  for (const { block, element } of elementsOf(blocks)) {
    if (block.type !== "input" || !holdsValue(element)) continue;
    const piece = values.get(block, element);
    const sentence = isEmpty(piece) ? missing(block) : CHECKS[element.type]?.(valueOf(piece), element);
    if (sentence) wrong[block.block_id] = sentence;
  }
  return wrong;
}

const missing = (block) => (block.optional ? null : "Please complete this required field.");

const CHECKS = {
  plain_text_input: checkLength,
  number_input: checkNumber,
  email_text_input: (text) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : "Please enter a valid email address.",
  url_text_input: (text) =>
    /^https?:\/\/[^\s.]+\.\S+|^https?:\/\/localhost/i.test(text)
      ? null
      : "Please enter a valid URL, with https:// in front.",
};

function checkLength(text, { min_length: least, max_length: most }) {
  if (least && text.length < least) return `Please type at least ${least} characters.`;
  if (most && text.length > most) return `Please keep it under ${most} characters.`;
  return null;
}

function checkNumber(text, { min_value: least, max_value: most, is_decimal_allowed: decimals }) {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return "Please enter a number.";
  if (!decimals && text.includes(".")) return "Please enter a whole number.";
  if (least !== undefined && Number(text) < Number(least))
    return `Please enter a number of at least ${least}.`;
  if (most !== undefined && Number(text) > Number(most)) return `Please enter a number of at most ${most}.`;
  return null;
}
