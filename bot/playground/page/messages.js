// The list of messages of the open conversation.

import { dividerDay, isoDay } from "./dates.js";
import { calm, fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { announce, toast } from "./live.js";
import { continues, messageNode, noticeNode } from "./message.js";
import { plainOf } from "./mrkdwn.js";

export class Messages {
  #channel = null;
  #nodes = new Map();
  #today = null;

  constructor(holder, world, connection) {
    Object.assign(this, { holder, world, connection });
    world.on("history", ({ channel }) => channel === this.#channel && this.#drawAll());
    world.on("message", (frame) => this.#arrived(frame));
    world.on("message_deleted", ({ channel }) => channel === this.#channel && this.#drawAll({ stay: true }));
    world.on("notice", (frame) => this.#notice(frame));
    world.on("clock", () => this.#newDay());
  }

  /** Show a conversation; null shows none. */
  open(channel) {
    this.#channel = channel;
    this.#drawAll();
  }

  /** A new day gives “Today” and “Yesterday” another meaning. */
  #newDay() {
    if (this.#channel && this.#today !== this.#localDay()) this.#drawAll({ stay: true });
  }

  #localDay() {
    return isoDay(this.world.now, this.world.myZone);
  }

  #drawAll({ stay = false } = {}) {
    this.#today = this.#localDay();
    const held = stay ? focusIn(this.holder) : null;
    const end = this.#atEnd();
    this.#nodes.clear();
    fill(this.holder, this.#rows());
    held?.();
    if (!stay || end) this.#toEnd();
  }

  #rows() {
    const messages = this.#channel ? this.world.messages(this.#channel) : [];
    if (!messages.length) return [this.#emptyNote()];
    let before = null;
    return messages.flatMap((message) => {
      const rows = [this.#divider(message, before), this.#row(message, before)];
      before = message;
      return rows;
    });
  }

  #emptyNote() {
    return h(
      "li",
      { class: "empty" },
      this.#channel ? "Nothing here yet. Type / to see what the app can do." : "",
    );
  }

  #divider(message, before) {
    const { now, myZone } = this.world;
    const day = new Date(message.time);
    if (before && isoDay(day, myZone) === isoDay(new Date(before.time), myZone)) return null;
    return h("li", { class: "day" }, h("h2", {}, dividerDay(day, now, myZone)));
  }

  #row(message, before) {
    const node = message.notice
      ? noticeNode(message, this.world)
      : messageNode(message, continues(message, before, this.world), this);
    this.#nodes.set(message.ts, node);
    return node;
  }

  /** A message came or changed: only its own row is drawn again. */
  #arrived({ channel, message }) {
    if (channel !== this.#channel) return;
    const old = this.#nodes.get(message.ts);
    const all = this.world.messages(channel);
    const isLast = all.at(-1) === message;
    this.#say(message, Boolean(old));
    if (!old && !isLast) return this.#drawAll({ stay: true });
    const end = this.#atEnd();
    const before = all[all.indexOf(message) - 1] ?? null;
    const rows = [old ? null : this.#divider(message, before), this.#row(message, before)].filter(Boolean);
    const fresh = rows.at(-1);
    if (old) replaceKeepingFocus(old, fresh);
    else this.#append(rows);
    fresh.classList.add(old ? "changed" : "arrived");
    const mine = message.user === this.world.me || (message.ephemeral && !old); // an answer to what I did
    if (end || mine) this.#toEnd();
  }

  #append(rows) {
    this.holder.querySelector(".empty")?.remove();
    this.holder.append(...rows);
  }

  #say(message, changed) {
    if (message.user === this.world.me) return;
    if (message.notice) return announce(plainOf(message.text, this.world));
    const who = this.world.nameOf(message.user);
    const only = message.ephemeral ? ", only visible to you" : "";
    return announce(
      `${who}${changed ? " changed a message" : only}: ${plainOf(message.text ?? "", this.world)}`,
    );
  }

  /** What Slack itself has to say: among the messages where it belongs to this conversation, else over the page. */
  #notice({ text, channel, level }) {
    if (!channel || channel !== this.#channel) return toast(text, level);
    const message = this.world.messages(channel).findLast(({ notice }) => notice);
    return this.#arrived({ channel, message });
  }

  #atEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.holder;
    return scrollHeight - scrollTop - clientHeight < 160;
  }

  #toEnd() {
    this.holder.scrollTop = this.holder.scrollHeight;
  }

  /** Bring one message into view and mark it for a moment. */
  flash(ts) {
    const node = this.#nodes.get(ts);
    node?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    node?.classList.add("changed");
  }

  react(message, name) {
    this.connection.send({ type: "react", channel: message.channel, ts: message.ts, name });
  }

  /** The message shortcuts of the app, for “More actions”. */
  shortcutItems(message) {
    const own = this.world.shortcuts.filter(({ type }) => type === "message");
    const choose = ({ callback_id }) =>
      this.connection.ask({ type: "shortcut", callback_id, channel: message.channel, ts: message.ts });
    const entries = own.map((shortcut) => ({
      label: shortcut.name,
      note: this.world.app.name,
      icon: icon("bolt"),
      choose: () => choose(shortcut),
    }));
    const copy = {
      label: "Copy text",
      icon: icon("file"),
      choose: () => navigator.clipboard?.writeText(plainOf(message.text ?? "", this.world)),
    };
    return [...entries, copy];
  }
}

/** Remember where the focus is inside a node that will be drawn again; the result puts it back. */
function focusIn(holder) {
  const held = document.activeElement;
  const ts = holder.contains(held) && held.closest("[data-ts]")?.dataset.ts;
  if (!ts) return null;
  const action = held.closest("[data-action]")?.dataset.action;
  return () => {
    const row = [...holder.querySelectorAll("[data-ts]")].find((node) => node.dataset.ts === ts);
    focusWithin(row, action);
  };
}

function focusWithin(row, action) {
  const target = [...(row?.querySelectorAll("[data-action]") ?? [])].find(
    (node) => node.dataset.action === action,
  );
  if (target?.matches("button, input, textarea")) target.focus({ preventScroll: true });
  else (target ?? row)?.querySelector("button, input, textarea")?.focus({ preventScroll: true });
}

/** Somebody who pressed a button by keyboard stays at that button when the message changes. */
function replaceKeepingFocus(old, fresh) {
  const held = old.contains(document.activeElement);
  const action = held && document.activeElement.closest("[data-action]")?.dataset.action;
  old.replaceWith(fresh);
  if (held) focusWithin(fresh, action);
}
