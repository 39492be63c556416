#include "pdf/page_resources.h"

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;
using Name = PageResources::Name;
using Names = PageResources::Names;

constexpr int kDeepest = 64;  // forms within forms; viewers stop earlier

/// What leads out of a page or holds a copy of more than it, wherever it stands.
constexpr const char* kForeign[] = {"/Parent",       "/PieceInfo",     "/Metadata",
                                    "/StructParent", "/StructParents", "/AF",
                                    "/OPI",          "/Ref",           "/Thumb"};

/// Which kind of resource an operator names; empty for none.
std::string kind_named_by(const std::string& op) {
  static const std::map<std::string, std::string> kinds{
      {"Do", "/XObject"},     {"Tf", "/Font"},       {"gs", "/ExtGState"}, {"cs", "/ColorSpace"},
      {"CS", "/ColorSpace"},  {"ID", "/ColorSpace"}, {"scn", "/Pattern"},  {"SCN", "/Pattern"},
      {"BDC", "/Properties"}, {"DP", "/Properties"}, {"sh", "/Shading"}};
  const auto found = kinds.find(op);
  return found == kinds.end() ? std::string() : found->second;
}

class NameCollector : public Handle::ParserCallbacks {
 public:
  explicit NameCollector(Names& names) : names_(names) {}

  void handleObject(Handle object, std::size_t /*offset*/, std::size_t /*length*/) override {
    if (object.isName()) operands_.push_back(object.getName());
    if (!object.isOperator()) return;
    const std::string kind = kind_named_by(object.getOperatorValue());
    if (!kind.empty()) {
      for (const std::string& name : operands_) names_.emplace(kind, name);
    }
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  Names& names_;
  std::vector<std::string> operands_;
};

bool is_of(Handle dictionary, const char* key, const char* name) {
  return dictionary.getKey(key).isNameAndEquals(name);
}

bool is_image(const Handle& dictionary) { return is_of(dictionary, "/Subtype", "/Image"); }

/// Whether the value has operators of its own, which name resources.
bool has_operators(Handle value) {
  if (value.isStream()) {
    Handle dictionary = value.getDict();
    return !is_image(dictionary) &&
           (is_of(dictionary, "/Subtype", "/Form") || dictionary.hasKey("/Resources") ||
            dictionary.hasKey("/PatternType"));
  }
  return value.isDictionary() && is_of(value, "/Subtype", "/Type3");
}

std::vector<Handle> operators_of(Handle owner) {
  if (owner.isStream()) return {owner};
  std::vector<Handle> streams;
  Handle glyphs = owner.getKey("/CharProcs");
  if (!glyphs.isDictionary()) return streams;
  for (const std::string& glyph : glyphs.getKeys()) {
    Handle stream = glyphs.getKey(glyph);
    if (stream.isStream()) streams.push_back(stream);
  }
  return streams;
}

Handle dictionary_of(Handle value) { return value.isStream() ? value.getDict() : value; }

/// What is in `resources` of the names `used`, in dictionaries of its own.
Handle only_used(Handle resources, const Names& used) {
  Handle kept = Handle::newDictionary();
  for (const auto& [kind, name] : used) {
    Handle value = resources.getKeyIfDict(kind).getKeyIfDict(name);
    if (value.isNull()) continue;
    if (!kept.hasKey(kind)) kept.replaceKey(kind, Handle::newDictionary());
    kept.getKey(kind).replaceKey(name, value);
  }
  Handle old_list = resources.getKeyIfDict("/ProcSet");
  if (old_list.isArray()) kept.replaceKey("/ProcSet", old_list);
  return kept;
}

/// Where to go on from a dictionary: its values, but the resources, which are cut.
void add_values(const Handle& given, std::vector<Handle>& to) {
  Handle dictionary = given;
  for (const std::string& key : dictionary.getKeys()) {
    if (key == "/Resources") continue;
    Handle value = dictionary.getKey(key);
    if (key == "/CharProcs" && value.isDictionary()) {
      // Its keys are glyphs, whatever they are called.
      for (const std::string& glyph : value.getKeys()) to.push_back(value.getKey(glyph));
    } else {
      to.push_back(value);
    }
  }
}

}  // namespace

void PageResources::cut(Handle value) {
  Names used = look_into(value);
  if (value.isDictionaryOfType("/Page"))
    settle(value, {value.getKey("/Contents")}, std::move(used));
}

Names PageResources::look_into(const Handle& value) {
  Names missing;
  std::set<QPDFObjGen> seen;
  std::vector<Handle> pending{value};
  while (!pending.empty()) {
    Handle one = pending.back();
    pending.pop_back();
    if (one.isIndirect() && !seen.insert(one.getObjGen()).second) continue;
    if (one.isArray()) {
      for (Handle& item : one.getArrayAsVector()) pending.push_back(item);
    }
    if (!one.isDictionary() && !one.isStream()) continue;
    // Whoever leads to a page that is not his will find nothing there: pages are not copied along.
    const bool page_of_the_file = one.isIndirect() && (one.isPageObject() || one.isPagesObject());
    if (page_of_the_file) continue;
    Handle dictionary = dictionary_of(one);
    for (const char* key : kForeign) dictionary.removeKey(key);
    if (is_image(dictionary)) dictionary.removeKey("/Resources");
    // Viewers look a picture's colour space up in the page's resources, too.
    Handle space = dictionary.getKey("/ColorSpace");
    if (space.isName()) missing.emplace("/ColorSpace", space.getName());
    if (has_operators(one)) missing.merge(settle_once(one));
    add_values(dictionary, pending);
  }
  return missing;
}

Names PageResources::settle_once(const Handle& owner) {
  if (!owner.isIndirect()) return settle(dictionary_of(owner), operators_of(owner), {});
  const auto [at, fresh] = settled_.try_emplace(owner.getObjGen());
  if (!fresh) return at->second;  // empty while it is under way: a form within itself
  return settled_[owner.getObjGen()] = settle(dictionary_of(owner), operators_of(owner), {});
}

Names PageResources::settle(Handle dictionary, const std::vector<Handle>& contents, Names used) {
  if (depth_ == kDeepest) {
    throw Error(Fault::corrupt, tr("the PDF is damaged"),
                tr("open it in a viewer and save it anew"));
  }
  ++depth_;
  // Colour spaces that stand for the plain ones are used without being named.
  for (const char* name : {"/DefaultGray", "/DefaultRGB", "/DefaultCMYK"}) {
    used.emplace("/ColorSpace", name);
  }
  for (const Handle& stream : contents) {
    if (Handle(stream).isNull()) continue;
    NameCollector collector(used);
    Handle::parseContentStream(stream, &collector);
  }
  Handle resources = dictionary.getKey("/Resources");
  Names missing;
  std::vector<Name> pending(used.begin(), used.end());
  while (!pending.empty()) {
    const Name name = pending.back();
    pending.pop_back();
    Handle value = resources.getKeyIfDict(name.first).getKeyIfDict(name.second);
    if (value.isNull()) {
      missing.insert(name);
      continue;
    }
    for (const Name& below : look_into(value)) {
      if (used.insert(below).second) pending.push_back(below);
    }
  }
  if (!resources.isNull()) dictionary.replaceKey("/Resources", only_used(resources, used));
  --depth_;
  return missing;
}

}  // namespace fonds
