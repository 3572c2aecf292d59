// What a person has chosen so far in the inputs of one view or message, in Slack's shape:
// {block_id: {action_id: {type, …piece}}}.

const PIECES = {
  plain_text_input: ({ initial_value }) => ({ value: initial_value ?? null }),
  number_input: ({ initial_value }) => ({ value: initial_value ?? null }),
  email_text_input: ({ initial_value }) => ({ value: initial_value ?? null }),
  url_text_input: ({ initial_value }) => ({ value: initial_value ?? null }),
  static_select: ({ initial_option }) => ({ selected_option: initial_option ?? null }),
  external_select: ({ initial_option }) => ({ selected_option: initial_option ?? null }),
  radio_buttons: ({ initial_option }) => ({ selected_option: initial_option ?? null }),
  multi_static_select: ({ initial_options }) => ({ selected_options: initial_options ?? [] }),
  multi_external_select: ({ initial_options }) => ({ selected_options: initial_options ?? [] }),
  checkboxes: ({ initial_options }) => ({ selected_options: initial_options ?? [] }),
  users_select: ({ initial_user }) => ({ selected_user: initial_user ?? null }),
  multi_users_select: ({ initial_users }) => ({ selected_users: initial_users ?? [] }),
  channels_select: ({ initial_channel }) => ({ selected_channel: initial_channel ?? null }),
  multi_channels_select: ({ initial_channels }) => ({ selected_channels: initial_channels ?? [] }),
  conversations_select: ({ initial_conversation }) => ({
    selected_conversation: initial_conversation ?? null,
  }),
  multi_conversations_select: ({ initial_conversations }) => ({
    selected_conversations: initial_conversations ?? [],
  }),
  datepicker: ({ initial_date }) => ({ selected_date: initial_date ?? null }),
  timepicker: ({ initial_time }) => ({ selected_time: initial_time ?? null }),
  datetimepicker: ({ initial_date_time }) => ({ selected_date_time: initial_date_time ?? null }),
};

/** True for an element that holds a value (a button does not). */
export const holdsValue = (element) => element.type in PIECES;

/** The chosen value inside a piece, whatever its key is. */
export function valueOf(piece) {
  const [, value] = Object.entries(piece).find(([key]) => key !== "type") ?? [];
  return value ?? null;
}

/** True when nothing is chosen or typed. */
export function isEmpty(piece) {
  const value = valueOf(piece);
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** A piece like `piece` with another value in it. */
export function withValue(piece, value) {
  const key = Object.keys(piece).find((name) => name !== "type");
  return { ...piece, [key]: value };
}

/** Every interactive element of a list of blocks with its block. */
export function elementsOf(blocks) {
  return blocks.flatMap((block) => {
    const elements = [block.element, block.accessory, ...(block.elements ?? []), ...(block.actions ?? [])];
    return elements.filter((element) => element?.action_id).map((element) => ({ block, element }));
  });
}

const valuesOf = (blocks) => elementsOf(blocks).filter((one) => holdsValue(one.element));

export class Values {
  #chosen = new Map();

  get(block, element) {
    return (
      this.#chosen.get(keyOf(block, element)) ?? { type: element.type, ...PIECES[element.type](element) }
    );
  }

  set(block, element, piece) {
    this.#chosen.set(keyOf(block, element), piece);
  }

  /** Start from what the server knows: Slack's `state.values`, as after a reload of the page. */
  seed(blocks, known) {
    for (const { block, element } of valuesOf(blocks)) {
      const piece = known?.[block.block_id]?.[element.action_id];
      if (piece) this.set(block, element, { ...this.get(block, element), ...piece, type: element.type });
    }
  }

  /** Forget what stands in elements that are gone, so that a later one of the same name starts afresh. */
  keepOnly(blocks) {
    const here = new Set(elementsOf(blocks).map(({ block, element }) => keyOf(block, element)));
    for (const key of this.#chosen.keys()) if (!here.has(key)) this.#chosen.delete(key);
  }

  /** Slack's `state.values` for these blocks. */
  state(blocks) {
    const values = {};
    for (const { block, element } of valuesOf(blocks)) {
      values[block.block_id] = { ...values[block.block_id], [element.action_id]: this.get(block, element) };
    }
    return { values };
  }
}

// The type is in the key: an update that turns a text field into a list keeps nothing.
const keyOf = (block, element) => JSON.stringify([block.block_id, element.action_id, element.type]);
