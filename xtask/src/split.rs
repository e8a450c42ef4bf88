//! One WebAssembly module made two: the functions that a first result calls, and the rest, which is fetched behind it.
//!
//! Memory, tables and globals stay in the first module, whose exports the rest imports. A function of the rest that the
//! first can call keeps its place there with another body: it brings the rest, if that is not there yet, and calls on
//! through a table, which the rest fills.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::passes::gc;
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId, GlobalKind,
    ImportKind, ImportedFunction, InstrSeqBuilder, LocalId, MemoryId, Module, ModuleConfig, RefType, TableId, ValType,
};

/// The function by which the first module has the rest brought; among the other imports.
pub const BRING: &str = "bringRest";
/// The exported global that is one once the rest is there.
const IS_HERE: &str = "restIsHere";
/// The module from which the rest imports.
const FIRST: &str = "first";

/// The two modules.
pub struct Halves {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
}

fn parse(bytes: &[u8]) -> Result<Module, String> {
    read(bytes, false)
}

/// `with_names`: whether the functions keep their names when the module is written.
fn read(bytes: &[u8], with_names: bool) -> Result<Module, String> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false).generate_name_section(with_names);
    config.parse(bytes).map_err(|e| format!("no WebAssembly module: {e}"))
}

/// How many functions with a body a module has.
pub fn functions(bytes: &[u8]) -> Result<usize, String> {
    Ok(own_functions(&parse(bytes)?).len())
}

/// Functions with a body, in the order of the module.
fn own_functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter_local().map(|(id, _)| id).collect()
}

/// The module with a global for each function, exported as `$0`, `$1` …, that is one once the function was called.
pub fn traced(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut module = parse(bytes)?;
    for (n, id) in own_functions(&module).into_iter().enumerate() {
        let mark = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
        module.exports.add(&format!("${n}"), mark);
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        function.builder_mut().func_body().const_at(0, Value::I32(1)).global_set_at(1, mark);
    }
    Ok(module.emit_wasm())
}

/// The functions whose names (of the module's own section of names) are `roots`, and all that these call directly, but
/// for those that are `left_out` and what they call; by their numbers as in [`traced`].
pub fn reached(
    bytes: &[u8],
    is_root: impl Fn(&str) -> bool,
    is_left_out: impl Fn(&str) -> bool,
) -> Result<Vec<usize>, String> {
    let module = parse(bytes)?;
    let own = own_functions(&module);
    let number: BTreeMap<FunctionId, usize> = own.iter().enumerate().map(|(n, &id)| (id, n)).collect();
    let is_named = |id: &FunctionId| module.funcs.get(*id).name.as_deref().is_some_and(&is_root);
    let mut open: Vec<FunctionId> = own.iter().copied().filter(is_named).collect();
    let mut out: BTreeSet<usize> = open.iter().map(|id| number[id]).collect();
    while let Some(id) = open.pop() {
        let function = module.funcs.get(id).kind.unwrap_local();
        let mut calls = Calls::default();
        dfs_in_order(&mut calls, function, function.entry_block());
        for callee in calls.0 {
            let is_wanted = !module.funcs.get(callee).name.as_deref().is_some_and(&is_left_out);
            if is_wanted && number.get(&callee).is_some_and(|&n| out.insert(n)) {
                open.push(callee);
            }
        }
    }
    Ok(out.into_iter().collect())
}

/// The functions that are called directly.
#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.0.push(*id);
    }
}

/// Parts `bytes`; the halves keep the names. `called`: the functions of the first module, by their numbers as in [`traced`].
pub fn split(bytes: &[u8], called: &[usize]) -> Result<Halves, String> {
    let mut module = read(bytes, true)?;
    let own = own_functions(&module);
    let mut is_late = vec![true; own.len()];
    called.iter().filter(|&&n| n < own.len()).for_each(|&n| is_late[n] = false);
    let entries = entries(bytes, &is_late)?;
    // Halves of different builds do not fit: the rest asks for its table by this name.
    let build: String = Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let (rest, imports) = rest(bytes, &is_late, &entries, &build)?;

    let importer = module.imports.iter().next().map_or_else(|| "env".to_owned(), |import| import.module.clone());
    let ty = module.types.add(&[], &[]);
    let (bring, _) = module.add_import_func(&importer, BRING, ty);
    let is_here = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    module.exports.add(IS_HERE, is_here);
    let size = entries.len() as u64;
    let table = module.tables.add_local(false, size, Some(size), RefType::FUNCREF);
    let mut ensure = FunctionBuilder::new(&mut module.types, &[], &[]);
    ensure.func_body().global_get(is_here).if_else(
        None,
        |_| {},
        |absent| {
            absent.call(bring);
        },
    );
    let ensure = ensure.finish(Vec::new(), &mut module.funcs);
    for (slot, &n) in entries.iter().enumerate() {
        let ty = module.funcs.get(own[n]).ty();
        replace_body(&mut module, own[n], |body, arguments| {
            body.call(ensure);
            arguments.iter().for_each(|&argument| {
                body.local_get(argument);
            });
            body.i32_const(slot as i32).call_indirect(ty, table);
        });
    }
    let all = Items::of(&module);
    for import in imports {
        let item: ExportItem = match import.what {
            What::Function(at) => all.functions[at].into(),
            What::Table(at) => all.tables[at].into(),
            What::Memory(at) => all.memories[at].into(),
            What::Global(at) => all.globals[at].into(),
            What::Entries => table.into(),
        };
        module.exports.add(&import.name, item);
    }
    gc::run(&mut module);
    Ok(Halves { first: module.emit_wasm(), rest })
}

/// The late functions that the first module calls, exports or keeps in its tables.
fn entries(bytes: &[u8], is_late: &[bool]) -> Result<Vec<usize>, String> {
    let mut first = parse(bytes)?;
    let own = own_functions(&first);
    let late: Vec<usize> = (0..own.len()).filter(|&n| is_late[n]).collect();
    for &n in &late {
        replace_body(&mut first, own[n], |body, _| {
            body.unreachable();
        });
    }
    gc::run(&mut first);
    let left: BTreeSet<FunctionId> = first.funcs.iter().map(|function| function.id()).collect();
    Ok(late.into_iter().filter(|&n| left.contains(&own[n])).collect())
}

/// What the rest takes from the first module: its place among its like in the module that is parted.
#[derive(Clone, Copy)]
enum What {
    Function(usize),
    Table(usize),
    Memory(usize),
    Global(usize),
    /// The table through which the first calls the rest.
    Entries,
}

/// One import of the rest, an export of the first.
struct Import {
    name: String,
    what: What,
}

/// Everything of a module that can be exported.
struct Items {
    functions: Vec<FunctionId>,
    tables: Vec<TableId>,
    memories: Vec<MemoryId>,
    globals: Vec<GlobalId>,
}

impl Items {
    fn of(module: &Module) -> Self {
        Self {
            functions: module.funcs.iter().map(|item| item.id()).collect(),
            tables: module.tables.iter().map(|item| item.id()).collect(),
            memories: module.memories.iter().map(|item| item.id()).collect(),
            globals: module.globals.iter().map(|item| item.id()).collect(),
        }
    }
}

/// The second module, and what it imports.
fn rest(bytes: &[u8], is_late: &[bool], entries: &[usize], build: &str) -> Result<(Vec<u8>, Vec<Import>), String> {
    let mut rest = read(bytes, true)?;
    let own = own_functions(&rest);
    let all = Items::of(&rest);
    empty(&mut rest);
    for (_, &id) in own.iter().enumerate().filter(|(n, _)| !is_late[*n]) {
        let ty = rest.funcs.get(id).ty();
        let import = rest.imports.add(FIRST, "", ImportKind::Function(id));
        rest.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for &id in &all.tables {
        rest.tables.get_mut(id).import = Some(rest.imports.add(FIRST, "", ImportKind::Table(id)));
    }
    for &id in &all.memories {
        rest.memories.get_mut(id).import = Some(rest.imports.add(FIRST, "", ImportKind::Memory(id)));
    }
    for &id in &all.globals {
        rest.globals.get_mut(id).kind = GlobalKind::Import(rest.imports.add(FIRST, "", ImportKind::Global(id)));
    }
    let size = entries.len() as u64;
    let (table, _) = rest.add_import_table(FIRST, build, false, size, Some(size), RefType::FUNCREF);
    let offset = ConstExpr::Value(Value::I32(0));
    let items = ElementItems::Functions(entries.iter().map(|&n| own[n]).collect());
    let segment = rest.elements.add(ElementKind::Active { table, offset }, items);
    rest.tables.get_mut(table).elem_segments.insert(segment);
    gc::run(&mut rest);

    let functions: BTreeMap<FunctionId, usize> = all.functions.iter().enumerate().map(|(at, &id)| (id, at)).collect();
    let mut imports = Vec::new();
    for import in rest.imports.iter_mut() {
        let what = match &import.kind {
            ImportKind::Function(id) => What::Function(functions[id]),
            ImportKind::Table(id) => all.tables.iter().position(|has| has == id).map_or(What::Entries, What::Table),
            ImportKind::Memory(id) => What::Memory(place(&all.memories, *id)?),
            ImportKind::Global(id) => What::Global(place(&all.globals, *id)?),
            ImportKind::Tag(_) => return Err("modules with exceptions are not parted".to_owned()),
        };
        let name = if matches!(what, What::Entries) { format!("rest-{build}") } else { format!(".{}", imports.len()) };
        import.module = FIRST.to_owned();
        import.name.clone_from(&name);
        imports.push(Import { name, what });
    }
    Ok((rest.emit_wasm(), imports))
}

fn place<T: PartialEq>(items: &[T], id: T) -> Result<usize, String> {
    items.iter().position(|has| *has == id).ok_or_else(|| "an import that the module did not have".to_owned())
}

/// Takes out what the first module does: its start, exports, data and the contents of its tables.
fn empty(module: &mut Module) {
    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(|item| item.id()).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    let segments: Vec<_> = module.elements.iter().map(|item| item.id()).collect();
    segments.into_iter().for_each(|id| module.elements.delete(id));
    module.tables.iter_mut().for_each(|table| table.elem_segments = Default::default());
    let data: Vec<_> = module.data.iter().map(|item| item.id()).collect();
    data.into_iter().for_each(|id| module.data.delete(id));
    module.memories.iter_mut().for_each(|memory| memory.data_segments = Default::default());
}

fn replace_body(module: &mut Module, id: FunctionId, write: impl FnOnce(&mut InstrSeqBuilder, &[LocalId])) {
    let (params, results) = module.types.params_results(module.funcs.get(id).ty());
    let (params, results) = (params.to_vec(), results.to_vec());
    let arguments: Vec<LocalId> = params.iter().map(|&ty| module.locals.add(ty)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    write(&mut builder.func_body(), &arguments);
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `early` calls `late`, which calls `early` and an imported function; memory, table and a stack pointer as Rust has
    /// them.
    fn sample() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let ty = module.types.add(&[ValType::I32], &[ValType::I32]);
        let (host, _) = module.add_import_func("./glue.js", "host", ty);
        let stack = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(16)));
        let late_argument = module.locals.add(ValType::I32);
        let mut late = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        late.func_body().local_get(late_argument).call(host).global_get(stack).binop(walrus::ir::BinaryOp::I32Add);
        let late = late.finish(vec![late_argument], &mut module.funcs);
        let argument = module.locals.add(ValType::I32);
        let mut early = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        early.func_body().local_get(argument).call(late);
        let early = early.finish(vec![argument], &mut module.funcs);
        module.exports.add("early", early);
        module.emit_wasm()
    }

    fn exports(bytes: &[u8]) -> Vec<String> {
        parse(bytes).expect("a module").exports.iter().map(|export| export.name.clone()).collect()
    }

    /// The number of the function whose body is a call and little else.
    fn early(bytes: &[u8]) -> usize {
        let module = parse(bytes).expect("a module");
        let early = module.exports.get_func("early").expect("is exported");
        own_functions(&module).iter().position(|&id| id == early).expect("has a body")
    }

    #[test]
    fn a_function_that_was_not_called_goes_to_the_rest() {
        let whole = sample();
        let halves = split(&whole, &[early(&whole)]).expect("can be parted");
        let first = exports(&halves.first);
        assert!(first.contains(&IS_HERE.to_owned()) && first.contains(&"early".to_owned()), "{first:?}");
        let rest = parse(&halves.rest).expect("a module");
        assert_eq!(own_functions(&rest).len(), 1);
        // What the rest imports, the first exports.
        let imports: Vec<String> = rest.imports.iter().map(|import| import.name.clone()).collect();
        assert!(imports.iter().all(|name| first.contains(name)), "{imports:?} {first:?}");
        assert!(imports.iter().any(|name| name.starts_with("rest-")));
        assert!(parse(&halves.first).expect("a module").imports.iter().any(|import| import.name == BRING));
    }

    #[test]
    fn nothing_is_left_where_everything_was_called() {
        let whole = sample();
        let count = functions(&whole).expect("a module");
        let halves = split(&whole, &(0..count).collect::<Vec<_>>()).expect("can be parted");
        assert_eq!(functions(&halves.rest), Ok(0));
    }

    #[test]
    fn halves_of_other_builds_do_not_fit() {
        let whole = sample();
        let table = |bytes: &[u8]| exports(bytes).into_iter().find(|name| name.starts_with("rest-"));
        let one = split(&whole, &[early(&whole)]).expect("can be parted");
        let traced = traced(&whole).expect("can be marked");
        let other = split(&traced, &[early(&traced)]).expect("can be parted");
        assert_ne!(table(&one.first), table(&other.first));
        assert_eq!(exports(&traced).iter().filter(|name| name.starts_with('$')).count(), 2);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(split(b"<!doctype html>", &[]).is_err());
    }
}
