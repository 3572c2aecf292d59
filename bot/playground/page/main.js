// The page, put together. Where the person is stands in the address (#u=U0MARIA&c=C0FLOOR&step=2), so a reload or
// a link leads to the same place; nothing else is kept.

import { ClockBar } from "./clockbar.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { fill, h, narrow } from "./dom.js";
import { FaultPanel } from "./faultpanel.js";
import { Home } from "./home.js";
import { icon } from "./icons.js";
import { Messages } from "./messages.js";
import { Modal } from "./modal.js";
import { avatar } from "./people.js";
import { Player } from "./player.js";
import { Sidebar } from "./sidebar.js";
import { Tour } from "./tour.js";
import { announce, toast } from "./live.js";
import { Workspace } from "./workspace.js";

const HOME = "home";
/** Whom the page starts as when the address names nobody: the walk begins with Maria at the door. */
const FIRST = "U0MARIA";
const $ = (id) => document.getElementById(id);

class Page {
  constructor() {
    const address = new URLSearchParams(location.hash.slice(1));
    this.place = address.get("c");
    this.step = Number(address.get("step")) || 1;
    this.world = new Workspace();
    this.connection = new Connection();
    this.#parts();
    this.#listen();
    this.connection.become(address.get("u") || FIRST);
  }

  #parts() {
    const { world, connection } = this;
    const go = {
      become: (user) => this.become(user),
      openChannel: (id, ts) => this.openChannel(id, ts),
      openHome: () => this.openHome(),
    };
    this.messages = new Messages($("messages"), world, connection);
    this.home = new Home($("home"), world, connection);
    this.composer = new Composer($("composer"), world, connection);
    this.modal = new Modal($("modal"), world, connection);
    this.clock = new ClockBar($("clock"), world, connection);
    this.sidebar = new Sidebar($("sidebar"), world, go);
    this.faults = new FaultPanel($("faults"), world, connection);
    const player = new Player({
      world,
      connection,
      composer: this.composer,
      modal: this.modal,
      clock: this.clock,
      ...go,
    });
    this.tour = new Tour($("tour-steps"), world, player, {
      handle: $("tour-now"),
      start: this.step,
      onMove: (step) => this.#moved({ step }),
    });
  }

  #listen() {
    this.connection.addEventListener("frame", ({ detail }) => this.world.take(detail));
    this.connection.addEventListener("state", ({ detail }) =>
      document.body.classList.toggle("lost", detail === "lost"),
    );
    this.connection.addEventListener("stranger", ({ detail }) => this.#stranger(detail));
    this.world.on("hello", () => this.#arrive());
    this.world.on("unread", () => this.#title());
    $("main").addEventListener("click", (event) => this.#followed(event));
    $("modal").addEventListener("click", (event) => this.#followed(event));
    this.#panels();
  }

  /** The address named somebody who is not here. */
  #stranger(user) {
    if (user === FIRST) return toast("There is nobody here to play.", "error");
    this.place = null;
    return this.connection.become(FIRST);
  }

  /** Be somebody else; resolves when their workspace is here. */
  become(user) {
    const here = new Promise((resolve) => this.world.addEventListener("hello", resolve, { once: true }));
    document.body.classList.add("switching");
    this.connection.become(user);
    return here;
  }

  #arrive() {
    document.body.classList.remove("switching");
    announce("");
    this.#showMe();
    const known = this.place === HOME || this.world.channels.has(this.place);
    if (!known) this.place = this.#firstRoom();
    if (this.place === HOME) return this.openHome();
    return this.place && this.openChannel(this.place);
  }

  /** On a phone the switcher is in the drawer, so the bar says who one is. */
  #showMe() {
    const { me } = this.world;
    const first = this.world.nameOf(me).split(" ")[0];
    fill(
      $("me-button"),
      avatar(me, this.world, "small"),
      h("span", { class: "visually-hidden" }, "You are "),
      first,
    );
  }

  #firstRoom() {
    const rooms = [...this.world.channels.values()].filter(
      ({ kind, member }) => kind === "channel" && member !== false,
    );
    return (rooms.find(({ name }) => name === "floor") ?? rooms[0])?.id ?? null;
  }

  /** Show a conversation, and one message in it when `ts` is given; resolves when its messages are here. */
  openChannel(id, ts = null) {
    const channel = this.world.channels.get(id);
    if (!channel) return toast("You cannot open that conversation.", "error");
    const isApp = channel.user === this.world.app.user_id;
    const here = this.#history(id);
    this.#moved({ place: id });
    this.#show({ home: false });
    this.messages.open(id);
    $("messages").dataset.channel = id;
    this.composer.open(channel);
    this.connection.send({ type: "open", channel: id });
    if (isApp) this.connection.send({ type: "open_messages" });
    this.#head(this.world.titleOf(channel), channel.topic, isApp ? "messages" : null);
    if (!narrow() && !this.modal.isOpen) this.composer.focus();
    return here.then(() => ts && this.messages.flash(ts));
  }

  #history(id) {
    return new Promise((resolve) => {
      const hear = ({ detail }) => {
        if (detail.channel !== id) return;
        this.world.removeEventListener("history", hear);
        resolve();
      };
      this.world.addEventListener("history", hear);
    });
  }

  openHome() {
    this.#moved({ place: HOME });
    this.#show({ home: true });
    this.connection.send({ type: "open", channel: null });
    this.messages.open(null);
    this.home.open();
    this.#head(this.world.app.name, this.world.app.description, "home");
  }

  #show({ home }) {
    $("home").hidden = !home;
    $("messages").hidden = home;
    $("composer").hidden = home;
    document.body.classList.remove("drawer");
  }

  #head(title, topic, tab) {
    fill($("place-title"), title);
    fill($("place-topic"), topic ?? "");
    $("tabs").hidden = !tab;
    $("messages").setAttribute("aria-label", `Messages in ${title}`);
    const entry = (name, words, open) =>
      h(
        "button",
        { type: "button", class: "tab", "aria-current": tab === name ? "page" : null, on: { click: open } },
        words,
      );
    fill(
      $("tabs"),
      tab && [
        entry("home", "Home", () => this.openHome()),
        this.world.appChannel() &&
          entry("messages", "Messages", () => this.openChannel(this.world.appChannel().id)),
      ],
    );
    this.#title();
  }

  #moved({ place = this.place, step = this.step }) {
    Object.assign(this, { place, step });
    this.sidebar.at(place);
    history.replaceState(null, "", `#${new URLSearchParams({ u: this.world.me, c: place ?? "", step })}`);
  }

  #title() {
    const unread = [...this.world.channels.values()].reduce((sum, channel) => sum + (channel.unread ?? 0), 0);
    document.title = `${unread ? `(${unread}) ` : ""}${$("place-title").textContent} · ${this.world.team.name} · Playground`;
  }

  /** A link to a conversation or a message of this workspace opens here. */
  #followed(event) {
    const link = event.target.closest("a[data-channel]");
    if (!link) return;
    event.preventDefault();
    this.openChannel(link.dataset.channel, link.dataset.ts);
  }

  #panels() {
    const { body } = document;
    const drawer = (open) => {
      body.classList.toggle("drawer", open);
      $("menu-button").setAttribute("aria-expanded", String(open));
      if (open) $("sidebar").querySelector("button")?.focus();
    };
    const tour = (open) => {
      body.classList.toggle("tour-closed", !open);
      for (const id of ["tour-toggle", "tour-handle"]) $(id).setAttribute("aria-expanded", String(open));
    };
    $("menu-button").append(icon("menu"));
    $("tour-toggle").prepend(icon("flag"));
    $("tour-handle").append(icon("chevron"));
    $("menu-button").addEventListener("click", () => drawer(!body.classList.contains("drawer")));
    $("me-button").addEventListener("click", () => drawer(true));
    $("curtain").addEventListener("click", () => drawer(false));
    for (const id of ["tour-toggle", "tour-handle"])
      $(id).addEventListener("click", () => tour(body.classList.contains("tour-closed")));
    body.addEventListener(
      "keydown",
      ({ key }) =>
        key === "Escape" && body.classList.contains("drawer") && (drawer(false), $("menu-button").focus()),
    );
    // On a phone the sheet would hide what the step shows, so it makes room while it plays.
    body.addEventListener("playing", () => narrow() && tour(false));
    tour(!narrow());
  }
}

export const page = new Page();
