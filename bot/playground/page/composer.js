// The box to type into, with completion of slash commands from the manifest and of people's names.

import { fill, h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { announce } from "./live.js";
import { avatar } from "./people.js";
import { openMenu } from "./popover.js";

export class Composer {
  #channel = null;
  #entries = [];
  #at = 0;

  constructor(form, world, connection) {
    Object.assign(this, { form, world, connection });
    this.input = form.querySelector("textarea");
    this.list = form.querySelector("[role=listbox]");
    this.hint = form.querySelector(".usage");
    this.#listen();
  }

  #listen() {
    this.input.addEventListener("input", () => this.#changed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.#show([]));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    const bolt = this.form.querySelector(".shortcuts");
    bolt.addEventListener("click", () => openMenu(bolt, this.#shortcutItems(), { label: "Shortcuts" }));
  }

  /** Type into this conversation from now on. */
  open(channel) {
    this.#channel = channel.id;
    const words = `Message ${this.world.titleOf(channel)}`;
    this.input.placeholder = words;
    this.input.setAttribute("aria-label", words);
    this.set("");
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  /** Put a text into the box as if it had been typed. */
  set(text) {
    this.input.value = text;
    this.input.setSelectionRange(text.length, text.length);
    this.#changed();
  }

  /** Send what stands in the box; resolves when the app has answered. */
  async send() {
    const text = this.input.value.trim();
    if (!text || !this.#channel) return;
    this.set("");
    await this.connection.ask({ type: "send", channel: this.#channel, text });
  }

  #changed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 200)}px`;
    this.form.classList.toggle("ready", Boolean(this.input.value.trim()));
    this.#show(this.#completions());
    this.#showUsage();
  }

  /** What could complete the word before the caret: a command at the very start, or a person after an @. */
  #completions() {
    const before = this.input.value.slice(0, this.input.selectionStart);
    if (/^\/\S*$/.test(before)) return this.#commands(before);
    const name = /(?:^|\s)@([\p{L}\d._-]*)$/u.exec(before);
    return name ? this.#people(name[1].toLowerCase()) : [];
  }

  #commands(typed) {
    const fitting = this.world.commands.filter(({ command }) => command.startsWith(typed.toLowerCase()));
    const done = fitting.length === 1 && fitting[0].command === typed;
    return done
      ? []
      : fitting.map((command) => ({
          text: `${command.command} `,
          start: 0,
          whole: command,
          node: [
            h(
              "span",
              { class: "completion-name" },
              command.command,
              " ",
              h("span", { class: "completion-usage" }, command.usage_hint),
            ),
            h("span", { class: "completion-note" }, command.description),
          ],
        }));
  }

  #people(typed) {
    const start = this.input.selectionStart - typed.length - 1;
    const fitting = [...this.world.users.values()].filter(({ name, real_name }) =>
      [name, real_name].some((word) => word?.toLowerCase().startsWith(typed)),
    );
    return fitting.slice(0, 8).map((user) => ({
      text: `@${user.name} `,
      start,
      node: [
        avatar(user.id, this.world, "small"),
        h("span", { class: "completion-name" }, user.real_name),
        h("span", { class: "completion-note" }, user.title),
      ],
    }));
  }

  #show(entries) {
    this.#entries = entries;
    if (entries.length && this.list.hidden) announce(`${entries.length} suggestions; up and down to choose`);
    this.list.hidden = !entries.length;
    fill(
      this.list,
      entries.map((entry, at) =>
        h(
          "div",
          {
            id: uid("completion"),
            class: "completion",
            role: "option",
            on: { click: () => this.#take(at), mousemove: () => this.#point(at) },
          },
          entry.node,
        ),
      ),
    );
    this.#point(0);
  }

  #point(at) {
    this.#at = at;
    [...this.list.children].forEach((node, i) => {
      node.setAttribute("aria-selected", String(i === at));
      if (i === at) node.scrollIntoView({ block: "nearest" });
    });
    const pointed = this.list.children[at];
    if (pointed) this.input.setAttribute("aria-activedescendant", pointed.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #take(at) {
    const { text, start } = this.#entries[at];
    const rest = this.input.value.slice(this.input.selectionStart).replace(/^ /, "");
    this.set(this.input.value.slice(0, start) + text + rest);
    this.focus();
  }

  /** While arguments are typed, what the command expects stands over the box. */
  #showUsage() {
    const word = /^(\/\S+)(\s|$)/.exec(this.input.value)?.[1];
    const command = this.#entries.length ? null : this.world.commands.find((one) => one.command === word);
    this.hint.hidden = !command;
    fill(
      this.hint,
      command && [
        h("strong", {}, command.command),
        ` ${command.usage_hint ?? ""}`,
        h("span", { class: "completion-note" }, command.description),
      ],
    );
  }

  #key(event) {
    if (event.isComposing) return;
    const open = this.#entries.length > 0;
    const handled = open
      ? this.#listKey(event)
      : event.key === "Enter" && !event.shiftKey && (this.send(), true);
    if (handled) event.preventDefault();
  }

  #listKey({ key, shiftKey }) {
    const count = this.#entries.length;
    if (key === "ArrowDown") this.#point((this.#at + 1) % count);
    else if (key === "ArrowUp") this.#point((this.#at - 1 + count) % count);
    else if (key === "Escape") this.#show([]);
    else if (key === "Tab" && !shiftKey) this.#take(this.#at);
    else if (key === "Enter" && !shiftKey) this.#enter();
    else return false;
    return true;
  }

  /** Enter completes, but a command that already stands there in full is sent. */
  #enter() {
    const exact = this.#entries.some(({ whole }) => whole?.command === this.input.value.trim());
    if (exact) this.send();
    else this.#take(this.#at);
  }

  #shortcutItems() {
    const { app, shortcuts } = this.world;
    const start = ({ callback_id }) => this.connection.ask({ type: "shortcut", callback_id });
    const own = shortcuts.filter(({ type }) => type === "global");
    const entries = own.map((shortcut) => ({
      label: shortcut.name,
      note: shortcut.description || app.name,
      icon: icon("bolt"),
      choose: () => start(shortcut),
    }));
    return [
      { heading: own.length ? `Shortcuts of ${app.name}` : `${app.name} has no shortcuts` },
      ...entries,
      {
        label: "Slash commands",
        note: "Type / to see them all",
        icon: icon("send"),
        choose: () => this.startCommand(),
      },
    ];
  }

  startCommand() {
    this.focus();
    this.set("/");
  }
}
