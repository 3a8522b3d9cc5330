// src/manifests/declared/declaration-files.ts
var kinds = [
  [/\.(?:tf|tfvars)(?:\.json)?$/i, "terraform"],
  [/\.bicep$/i, "bicep"],
  [/\.json$/i, "arm"],
  [/\.(?:sh|bash|zsh|ps1|psm1|azcli|mk|ya?ml)$|(?:^|\/)(?:Makefile|Justfile)$/i, "script"],
  [/\.md$/i, "document"]
];
function declarationFileKind(path) {
  return kinds.find(([pattern]) => pattern.test(path))?.[1];
}

export {
  declarationFileKind
};
