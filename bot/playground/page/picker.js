// A list to choose from by typing: every select of Block Kit, single or multiple, with options that are here or
// that the app is asked for. Follows the combobox pattern of the ARIA Authoring Practices Guide.

import { fill, h, settled, uid } from "./dom.js";
import { icon } from "./icons.js";
import { place } from "./popover.js";

const SEARCH_PAUSE = 200;

/**
 * `choices(query)` gives (or promises) groups [{label|null, options: [{key, label, note?, raw}]}].
 * `chosen`: options; `onChange(options)` after each change. Props: label or labelledby, describedby, placeholder,
 * multiple, max, minQuery (characters before asking), clearable.
 */
export class Picker {
  #props;
  #chosen;
  #options = [];
  #at = -1;
  #asked = 0;
  #search;

  constructor(props) {
    this.#props = { ...props, minQuery: props.minQuery ?? 0, max: props.max ?? Infinity };
    this.#chosen = props.chosen ?? [];
    this.#build();
    this.#showChosen();
    const load = () => this.#load();
    this.#search = props.minQuery === undefined ? load : settled(load, SEARCH_PAUSE);
  }

  #build() {
    this.chips = h("span", { class: "chips" });
    this.list = h("div", {
      id: uid("list"),
      class: "picker-list",
      role: "listbox",
      popover: "manual",
      "aria-label": this.#props.label ?? "Choices",
      // A press in the list must not take the focus from the field.
      on: { mousedown: (event) => event.preventDefault() },
    });
    this.input = this.#buildInput();
    this.node = h(
      "div",
      {
        class: this.#props.multiple ? "picker picker-multi" : "picker",
        on: { mousedown: (event) => this.#pressedBox(event) },
      },
      [this.chips, this.input, icon("chevron"), this.list],
    );
  }

  #buildInput() {
    const { label, labelledby, describedby, name } = this.#props;
    return h("input", {
      id: name,
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      "aria-autocomplete": "list",
      "aria-label": labelledby ? null : label,
      "aria-labelledby": labelledby,
      "aria-describedby": describedby,
      on: this.#listeners(),
    });
  }

  #listeners() {
    return {
      click: () => this.#open(),
      input: () => this.#typed(),
      keydown: (event) => this.#key(event),
      blur: () => this.#left(),
    };
  }

  #pressedBox(event) {
    if (event.target.closest("button, .picker-list, input")) return;
    event.preventDefault();
    this.input.focus();
    this.#open();
  }

  get isOpen() {
    return this.list.matches(":popover-open");
  }

  /** Show other options as chosen, without telling anybody. */
  show(chosen) {
    this.#chosen = chosen;
    this.#showChosen();
  }

  /** Open the list with everything in it, so that the next key starts a search. */
  #open() {
    if (this.isOpen) return;
    this.#unfold();
    if (!this.#props.multiple) this.input.select();
    this.#load();
  }

  #unfold() {
    if (!this.isOpen) this.list.showPopover();
    this.input.setAttribute("aria-expanded", "true");
  }

  #close() {
    if (!this.isOpen) return;
    this.list.hidePopover();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.#at = -1;
  }

  #typed() {
    this.#unfold();
    this.#search();
  }

  /** The text typed to search with: what a single select shows as chosen is no search. */
  get #query() {
    const text = this.input.value.trim();
    return !this.#props.multiple && text === (this.#chosen[0]?.label ?? "") ? "" : text;
  }

  async #load() {
    const query = this.#query;
    if (query.length < this.#props.minQuery)
      return this.#say(`Type ${this.#props.minQuery} characters or more to search`);
    this.#asked += 1;
    const mine = this.#asked;
    const answer = this.#props.choices(query);
    const asks = answer instanceof Promise;
    if (asks) this.#say("Searching…");
    // A list that is here is shown within the keystroke, so that Enter right after it takes what is meant.
    const groups = asks ? await answer : answer;
    // An answer to an earlier search may come after a later one: only the last counts.
    return mine === this.#asked && this.isOpen && this.#showGroups(groups);
  }

  #say(text) {
    this.#options = [];
    fill(this.list, h("div", { class: "picker-note", role: "option", "aria-disabled": "true" }, text));
    this.#placeList();
  }

  #showGroups(groups) {
    const keys = new Set(this.#chosen.map(({ key }) => key));
    const shown = groups.map(({ label, options }) => ({
      label,
      options: options.filter(({ key }) => !this.#props.multiple || !keys.has(key)),
    }));
    this.#options = shown.flatMap(({ options }) => options);
    if (!this.#options.length) return this.#say("Nothing found");
    let index = 0;
    fill(
      this.list,
      shown
        .filter(({ options }) => options.length)
        .map(({ label, options }) => [
          label && h("div", { class: "picker-group", role: "presentation" }, label),
          options.map((option) => this.#optionNode(option, index++, keys.has(option.key))),
        ]),
    );
    this.#placeList();
    return this.#point(
      Math.max(
        0,
        this.#options.findIndex(({ key }) => keys.has(key)),
      ),
    );
  }

  #optionNode(option, index, selected) {
    const words = h("span", {}, option.label, option.note && h("small", {}, option.note));
    const props = {
      id: uid("option"),
      class: "picker-option",
      role: "option",
      "aria-selected": String(selected),
    };
    return h(
      "div",
      { ...props, on: { click: () => this.#choose(option), mousemove: () => this.#point(index) } },
      words,
      selected && icon("check"),
    );
  }

  #placeList() {
    this.list.style.width = `${Math.max(this.node.offsetWidth, 220)}px`;
    place(this.list, this.node);
  }

  #point(index) {
    this.#at = index;
    const nodes = [...this.list.querySelectorAll(".picker-option")];
    nodes.forEach((node, i) => node.classList.toggle("pointed", i === index));
    if (!nodes[index]) return;
    this.input.setAttribute("aria-activedescendant", nodes[index].id);
    nodes[index].scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const handle = KEYS[event.key];
    if (handle?.call(this, event)) event.preventDefault();
  }

  keyArrow(step) {
    if (!this.isOpen) this.#open();
    else if (this.#options.length)
      this.#point((this.#at + step + this.#options.length) % this.#options.length);
    return true;
  }

  keyEnter() {
    if (!this.isOpen || this.#at < 0) return this.isOpen;
    this.#choose(this.#options[this.#at]);
    return true;
  }

  keyEscape(event) {
    if (!this.isOpen) return false;
    event.stopPropagation();
    this.#restore();
    this.#close();
    return true;
  }

  keyBackspace() {
    if (!this.#props.multiple || this.input.value || !this.#chosen.length) return false;
    this.#change(this.#chosen.slice(0, -1));
    return true;
  }

  #choose(option) {
    const many = this.#props.multiple;
    if (many && this.#chosen.length >= this.#props.max)
      return this.#say(`At most ${this.#props.max} can be chosen`);
    this.input.value = "";
    this.#change(many ? [...this.#chosen, option] : [option]);
    return many ? this.#load() : this.#close();
  }

  #change(chosen) {
    this.#chosen = chosen;
    this.#showChosen();
    this.#props.onChange(chosen);
  }

  #left() {
    if (!this.#props.multiple && this.#props.clearable && !this.input.value.trim() && this.#chosen.length)
      this.#change([]);
    this.#restore();
    this.#close();
  }

  #restore() {
    this.input.value = this.#props.multiple ? "" : (this.#chosen[0]?.label ?? "");
  }

  #showChosen() {
    this.#restore();
    if (this.#props.multiple)
      fill(
        this.chips,
        this.#chosen.map((option) => this.#chip(option)),
      );
    this.input.placeholder =
      this.#props.multiple && this.#chosen.length ? "" : (this.#props.placeholder ?? "");
  }

  #chip(option) {
    const remove = () => {
      this.#change(this.#chosen.filter(({ key }) => key !== option.key));
      this.input.focus();
    };
    const button = h(
      "button",
      { type: "button", class: "chip-remove", "aria-label": `Remove ${option.label}`, on: { click: remove } },
      icon("close"),
    );
    return h("span", { class: "chip" }, option.label, button);
  }
}

const KEYS = {
  ArrowDown() {
    return this.keyArrow(1);
  },
  ArrowUp() {
    return this.keyArrow(-1);
  },
  Enter() {
    return this.keyEnter();
  },
  Escape(event) {
    return this.keyEscape(event);
  },
  Backspace() {
    return this.keyBackspace();
  },
};
