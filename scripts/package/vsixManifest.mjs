/** By the ends of their names; a package may hold no other. */
const TYPES = {
  json: "application/json",
  js: "application/javascript",
  mjs: "application/javascript",
  cjs: "application/javascript",
  css: "text/css",
  md: "text/markdown",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  vsixmanifest: "text/xml",
};
const OTHER = "application/octet-stream";

/** The Open Packaging Conventions' list of content types. */
export function contentTypes(files) {
  const ends = files.map((file) => /\.([A-Za-z0-9]+)$/.exec(file)?.[1]?.toLowerCase()).filter(Boolean);
  const all = [...new Set([...ends, "json", "txt", "vsixmanifest"])].toSorted();
  const rows = all.map((end) => `<Default Extension=".${end}" ContentType="${TYPES[end] ?? OTHER}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rows.join("")}</Types>\n`;
}

/** What VS Code and the marketplace read of a package before they unpack it. */
export function vsixManifest({ manifest, strings, target }) {
  const text = (value) => escapeXml(String(value).replace(/^%(.+)%$/, (_, key) => strings[key] ?? key));
  const platform = target ? ` TargetPlatform="${escapeXml(target)}"` : "";
  const properties = {
    "Microsoft.VisualStudio.Code.Engine": manifest.engines.vscode,
    "Microsoft.VisualStudio.Code.ExtensionDependencies": "",
    "Microsoft.VisualStudio.Code.ExtensionPack": "",
    "Microsoft.VisualStudio.Code.ExtensionKind": manifest.extensionKind.join(","),
    "Microsoft.VisualStudio.Code.LocalizedLanguages": "",
    "Microsoft.VisualStudio.Services.Links.Source": manifest.repository.url,
    "Microsoft.VisualStudio.Services.Content.Pricing": "Free",
  };
  const assets = {
    "Microsoft.VisualStudio.Code.Manifest": "extension/package.json",
    "Microsoft.VisualStudio.Services.Content.Details": "extension/README.md",
    "Microsoft.VisualStudio.Services.Content.Changelog": "extension/CHANGELOG.md",
    "Microsoft.VisualStudio.Services.Content.License": "extension/LICENSE.txt",
    "Microsoft.VisualStudio.Services.Icons.Default": `extension/${manifest.icon}`,
  };
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${escapeXml(manifest.name)}" Version="${escapeXml(manifest.version)}" Publisher="${escapeXml(manifest.publisher)}"${platform}/>
    <DisplayName>${text(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${text(manifest.description)}</Description>
    <Tags>${escapeXml(manifest.keywords.join(","))}</Tags>
    <Categories>${escapeXml(manifest.categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${rows(properties, ([id, value]) => `      <Property Id="${id}" Value="${escapeXml(value)}"/>`)}
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${escapeXml(manifest.icon)}</Icon>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
${rows(assets, ([type, file]) => `    <Asset Type="${type}" Path="${escapeXml(file)}" Addressable="true"/>`)}
  </Assets>
</PackageManifest>
`;
}

function rows(table, row) {
  return Object.entries(table).map(row).join("\n");
}

function escapeXml(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
