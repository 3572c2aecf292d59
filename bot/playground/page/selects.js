// Block Kit's seven selects, single and multiple, on one picker. They differ in where the options come from and in
// what the chosen value is.

import { Picker } from "./picker.js";
import { textOf } from "./text.js";
import { valueOf, withValue } from "./values.js";

/** How to draw one kind: `choices(query)` as the picker wants them, and `pick(value)` → option for a chosen value. */
function select(source, multiple) {
  return (element, block, surface, field) => {
    const { choices, toOption, toValue, minQuery } = source(element, block, surface);
    const piece = () => surface.values.get(block, element);
    const chosen = () => [valueOf(piece()) ?? []].flat().map(toOption);
    const picker = new Picker({
      choices,
      minQuery,
      multiple,
      name: field.id,
      label: textOf(element.placeholder, surface.world) || "Choose",
      labelledby: field.labelledby,
      describedby: field.describedby,
      placeholder: textOf(element.placeholder, surface.world) || "Choose…",
      max: element.max_selected_items,
      clearable: block.type === "input",
      chosen: chosen(),
      onChange: (options) => {
        const values = options.map(toValue);
        const next = withValue(piece(), multiple ? values : (values[0] ?? null));
        surface.changed(block, element, next, { node: picker.node, revert: () => picker.show(chosen()) });
      },
    });
    return picker.node;
  };
}

const fits = (query) => {
  const words = query.toLowerCase().split(/\s+/);
  return ({ label, note }) => words.every((word) => `${label} ${note ?? ""}`.toLowerCase().includes(word));
};

const filtered = (groups, query) =>
  groups.map(({ label, options }) => ({ label, options: options.filter(fits(query)) }));

/** Slack's options or option_groups as the picker's groups. */
function groupsOf({ options, option_groups }, toOption, world) {
  if (option_groups)
    return option_groups.map((group) => ({
      label: textOf(group.label, world),
      options: group.options.map(toOption),
    }));
  return [{ label: null, options: (options ?? []).map(toOption) }];
}

const slackOption = (world) => (option) => ({
  key: option.value,
  label: textOf(option.text, world),
  note: textOf(option.description, world) || undefined,
  raw: option,
});

function fixed(element, block, { world }) {
  const toOption = slackOption(world);
  return {
    toOption,
    toValue: ({ raw }) => raw,
    choices: (query) => filtered(groupsOf(element, toOption, world), query),
  };
}

function external(element, block, surface) {
  const toOption = slackOption(surface.world);
  const choices = async (query) => {
    const answer = await surface.suggest(block, element, query);
    return answer.error ? [] : groupsOf(answer, toOption, surface.world);
  };
  return { toOption, toValue: ({ raw }) => raw, choices, minQuery: element.min_query_length ?? 3 };
}

/** Options that are people or conversations of this workspace; their value is an id. */
function ofIds(list, label) {
  return (element, block, { world }) => {
    const toOption = (id) => ({ key: id, label: label(id, world), raw: id });
    const all = () => [{ label: null, options: list(world, element).map(({ id }) => toOption(id)) }];
    return { toOption, toValue: ({ raw }) => raw, choices: (query) => filtered(all(), query) };
  };
}

const people = ofIds(
  (world) => [...world.users.values()],
  (id, world) => world.nameOf(id),
);
const titleOf = (id, world) => (world.channels.has(id) ? world.titleOf(world.channels.get(id)) : id);
const channels = ofIds(
  (world) => [...world.channels.values()].filter(({ kind }) => kind === "channel"),
  titleOf,
);
const conversations = ofIds(
  (world, { filter }) => [...world.channels.values()].filter(allowed(filter)),
  titleOf,
);

/** Slack's conversation filter: which kinds to include, and no bots if it says so. */
function allowed(filter) {
  const kindOf = ({ kind, private: closed }) => (kind === "im" ? "im" : closed ? "private" : "public");
  return (channel) => !filter?.include || filter.include.includes(kindOf(channel));
}

export const SELECTS = {
  static_select: select(fixed, false),
  multi_static_select: select(fixed, true),
  external_select: select(external, false),
  multi_external_select: select(external, true),
  users_select: select(people, false),
  multi_users_select: select(people, true),
  channels_select: select(channels, false),
  multi_channels_select: select(channels, true),
  conversations_select: select(conversations, false),
  multi_conversations_select: select(conversations, true),
};
