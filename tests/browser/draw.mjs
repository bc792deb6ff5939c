// A page for eyes: what is read from stdin as JSON, drawn by slack-blocks-to-jsx.
//
//   { "messages": [{ "name", "app", "text" | "blocks" }, …] }   a thread
//   { "view": { "type": "modal" | "home", … } }                 a modal, an App Home
//
// Whatever the package cannot draw it leaves out without a word, so each block is wrapped in an
// element of ours that carries its type: an empty one can be found.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";

const read = (address) => readFileSync(fileURLToPath(address), "utf8");
const STYLES = [
  read(import.meta.resolve("slack-blocks-to-jsx/dist/style.css")),
  read(new URL("slack.css", import.meta.url)),
];
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => String(text ?? "").replace(/[&<>"]/g, (sign) => SIGNS[sign]);

// Slack reads the markup of a verbatim text as of any other, and shows the spaces before a line.
// The package takes them off, and reads no markup there; what is not a space to it stays.
// https://docs.slack.dev/reference/block-kit/composition-objects/text-object/
const JOINER = "\u2060";
const indented = (text) => text.replace(/^ +/gm, (spaces) => JOINER + "\u00a0".repeat(spaces.length));
const asSlackReadsIt = (key, value) =>
  value?.type === "mrkdwn" ? { type: "mrkdwn", text: indented(value.text) } : value;

function block(one) {
  const drawn = createElement(Message, {
    blocks: [one],
    name: "",
    logo: "",
    theme: "light",
    withoutWrapper: true,
  });
  const lines = one.element?.multiline ? "several" : "one";
  return `<div class="block" data-type="${escaped(one.type)}" data-lines="${lines}">${renderToStaticMarkup(drawn)}</div>`;
}

const blocks = (all) => all.map(block).join("");

function message({ name, app, text, blocks: own }) {
  const said = own ? blocks(own) : `<p class="said">${escaped(text)}</p>`;
  const initials = name.split(" ").map((word) => word[0].toUpperCase()).join("").slice(0, 2);
  return `<article class="message"><div class="avatar ${app ? "app" : ""}">${initials}</div><div class="body">
    <header><b>${escaped(name)}</b>${app ? '<span class="badge">APP</span>' : ""}<time>09:41</time></header>
    ${said}</div></article>`;
}

function modal({ title, submit, close, blocks: own }) {
  const button = (label, kind) => (label ? `<span class="${kind}">${escaped(label.text)}</span>` : "");
  return `<section class="modal"><header><b>${escaped(title?.text)}</b><span>✕</span></header>
    <div class="inside">${blocks(own)}</div>
    <footer>${button(close, "quiet")}${button(submit, "send")}</footer></section>`;
}

const { messages, view } = JSON.parse(readFileSync(0, "utf8"), asSlackReadsIt);
const drawn = messages
  ? `<main class="thread">${messages.map(message).join("")}</main>`
  : view.type === "modal"
    ? `<main class="window">${modal(view)}</main>`
    : `<main class="home">${blocks(view.blocks)}</main>`;
process.stdout.write(`<!doctype html><html lang="da" data-theme="light"><meta charset="utf-8">
<style>${STYLES.join("\n")}</style><body>${drawn}</body></html>`);
