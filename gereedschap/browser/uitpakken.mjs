// Unpack the browser of @sparticuz/chromium into the folder given as first argument.
import { brotliDecompressSync } from "node:zlib";
import { mkdirSync, readFileSync, writeFileSync, chmodSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const doel = process.argv[2];
const bron = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "@sparticuz", "chromium", "bin");
const inhoud = (naam) => brotliDecompressSync(readFileSync(join(bron, naam)));

mkdirSync(doel, { recursive: true });
for (const naam of ["al2023.tar", "fonts.tar", "swiftshader.tar"]) {
  execFileSync("tar", ["-x", "--no-same-owner", "-C", doel], { input: inhoud(`${naam}.br`) });
}
// The font folder in its own configuration is fixed; this one is found beside the file.
const letters = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
  '<dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>';
writeFileSync(join(doel, "fonts.conf"), letters);
writeFileSync(join(doel, "chromium"), inhoud("chromium.br"));
chmodSync(join(doel, "chromium"), 0o755);
