import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { openConditionHole } from '#engine/analysis/judges/sql-condition.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const HANDLES = `database/sql.DB database/sql.Tx database/sql.Conn sqlx.DB sqlx.Tx sqlx.Conn pgx.Conn pgx.Tx pgxpool.Pool
  pgxpool.Conn`;
const OPENED = `database/sql.Open() database/sql.OpenDB() sqlx.Open() sqlx.Connect() sqlx.MustConnect() sqlx.MustOpen()
  sqlx.NewDb() pgx.Connect() pgxpool.New() pgxpool.Connect() db.Handle.Begin() db.Handle.BeginTx() db.Handle.Beginx()
  db.Handle.MustBegin() db.Handle.Conn() db.Handle.Unsafe() database/sql.DB() sqlx.DB()`;
const CHAIN = `Where Or Not Order Select Group Having Joins Limit Offset Table Model Distinct Preload Session WithContext
  Debug Scopes Unscoped Raw Begin Omit Clauses`;
const BUILDERS = `squirrel.SelectBuilder squirrel.UpdateBuilder squirrel.DeleteBuilder squirrel.InsertBuilder
  squirrel.StatementBuilderType squirrel.StatementBuilder`;
const STARTS = 'Select Insert Update Delete Replace';
const STEPS = `From Where Join LeftJoin RightJoin InnerJoin GroupBy Having OrderBy OrderByClause Column Columns Distinct Limit Offset
  Prefix Suffix Set Table PlaceholderFormat RunWith Options Values`;

/** database/sql, sqlx, pgx, gorm, and other stores. */
export const DATABASES: Framework = {
  name: 'databases',
  aliases: {
    ...listed.names('db.Handle', HANDLES),
    ...listed.names('squirrel.Statement', BUILDERS),
    'gorm.io/gorm': 'gorm',
    'github.com/jinzhu/gorm': 'gorm',
    sq: 'squirrel',
  },
  annotations: {
    ...listed.names('db.Handle', HANDLES),
    'db.Handle': 'db.Handle',
    'gorm.DB': 'gorm.DB',
    'squirrel.Statement': 'squirrel.Statement',
    ...listed.names('squirrel.Statement', BUILDERS),
    'mongo.Collection': 'mongo.Collection',
    'ldap.Conn': 'ldap.Conn',
    'redis.Client': 'redis.Client',
  },
  types: {
    ...listed.names('db.Handle', OPENED),
    'gorm.Open()': 'gorm.DB',
    ...Object.fromEntries(
      CHAIN.split(/\s+/)
        .filter((name) => name !== '')
        .map((name) => [`gorm.DB.${name}()`, 'gorm.DB']),
    ),
    ...listed.names(
      'squirrel.Statement',
      STARTS.split(' ')
        .map((name) => `squirrel.${name}()`)
        .join(' '),
    ),
    ...Object.fromEntries(
      `${STARTS} ${STEPS}`.split(/\s+/).map((name) => [`squirrel.Statement.${name}()`, 'squirrel.Statement']),
    ),
    'ldap.Dial()': 'ldap.Conn',
    'ldap.DialURL()': 'ldap.Conn',
    'ldap.DialTLS()': 'ldap.Conn',
  },
  sources: [...listed.sources('database', 'the database', 'db.Handle.QueryRow().Scan() db.Handle.Query().Scan()')],
  sinks: [
    ...listed.sinks(
      'sql',
      [0],
      `db.Handle.Query db.Handle.QueryRow db.Handle.Exec db.Handle.Prepare db.Handle.Queryx db.Handle.QueryRowx
       db.Handle.MustExec db.Handle.Preparex db.Handle.NamedExec db.Handle.NamedQuery gorm.DB.Raw gorm.DB.Exec`,
      isNotFirstContext,
    ),
    ...listed.sinks(
      'sql',
      [1],
      `db.Handle.QueryContext db.Handle.QueryRowContext db.Handle.ExecContext db.Handle.PrepareContext
       db.Handle.QueryxContext db.Handle.Get db.Handle.Select db.Handle.MustExecContext db.Handle.NamedExecContext`,
    ),
    // pgx takes the context first.
    ...listed.sinks('sql', [1], 'db.Handle.Query db.Handle.QueryRow db.Handle.Exec', isFirstContext),
    ...listed.sinks('sql', [2], 'db.Handle.GetContext db.Handle.SelectContext db.Handle.Prepare'),
    ...listed.sinks(
      'sql',
      [0],
      `gorm.DB.Where gorm.DB.Or gorm.DB.Not gorm.DB.Order gorm.DB.Group gorm.DB.Having gorm.DB.Joins gorm.DB.Select
       gorm.DB.Table gorm.DB.Pluck gorm.Expr`,
      isText,
    ),
    ...listed.sinks('sql', [1], 'gorm.DB.First gorm.DB.Find gorm.DB.Take gorm.DB.Last gorm.DB.Delete', isText),
    ...listed.sinks(
      'sql',
      [0],
      '*.Query *.QueryRow *.Exec *.Prepare *.Queryx *.QueryRowx *.MustExec *.Raw *.NamedExec *.NamedQuery *.QueryOne',
    ),
    ...listed.sinks(
      'sql',
      [1],
      '*.Query *.QueryRow *.Exec *.QueryContext *.QueryRowContext *.ExecContext *.PrepareContext',
    ),
    ...listed.sinks('sql', [1], '*.Get *.Select *.SelectContext'),
    ...listed.sinks('sql', [0], '*.Where *.Having *.OrderBy *.GroupBy *.Joins *.Order *.Group', isOnDatabase),
    // Whatever it is called on: nothing but SQL has conditions of this kind.
    ...listed.sinks('sql', [0], '*.Where *.Having *.Or *.Not *.And', hasCondition),
    ...listed.sinks(
      'sql',
      [0],
      `squirrel.Statement.Where squirrel.Statement.Having squirrel.Statement.OrderBy squirrel.Statement.GroupBy
       squirrel.Statement.Join squirrel.Statement.LeftJoin squirrel.Statement.RightJoin squirrel.Statement.InnerJoin
       squirrel.Statement.From squirrel.Statement.Column squirrel.Statement.Prefix squirrel.Statement.Suffix squirrel.Expr`,
      isText,
    ),
    ...listed.sinks(
      'nosql',
      [1],
      `mongo.Collection.Find mongo.Collection.FindOne mongo.Collection.DeleteMany mongo.Collection.DeleteOne
       mongo.Collection.UpdateOne mongo.Collection.UpdateMany mongo.Collection.CountDocuments
       mongo.Collection.FindOneAndUpdate mongo.Collection.FindOneAndDelete mongo.Collection.Aggregate`,
    ),
    ...listed.sinks('ldap', ['Filter'], 'ldap.SearchRequest'),
    ...listed.sinks('ldap', [6], 'ldap.NewSearchRequest'),
    ...listed.sinks('ldap', [0], 'ldap.NewSearchRequest ldap.CompileFilter'),
    ...listed.sinks(
      'xpath',
      [1],
      `xmlquery.Find xmlquery.FindOne xmlquery.Query xmlquery.QueryAll htmlquery.Find htmlquery.FindOne htmlquery.Query
       htmlquery.QueryAll xpath.Select`,
    ),
    ...listed.sinks(
      'xpath',
      [0],
      'xpath.Compile xpath.MustCompile goxpath.Parse goxpath.MustParse goxpath.ParseExec xmlpath.Compile xmlpath.MustCompile etree.MustCompilePath *.FindElement *.FindElements',
    ),
  ],
  sanitizers: [
    ...listed.sanitizers(['ldap'], 'ldap.EscapeFilter ldap.EscapeDN'),
    ...listed.sanitizers(
      ['sql'],
      'pq.QuoteIdentifier pq.QuoteLiteral pgx.Identifier.Sanitize pgx.Identifier().Sanitize',
    ),
  ],
};

function isFirstContext(call: CallFact): boolean {
  const [first] = call.arguments;
  if (first === undefined || call.arguments.length < 2) return false;
  const { value } = first.argument;
  const name = first.value.name ?? '';
  return /context/i.test(name) || (value.kind === 'name' && /^c?tx$/i.test(value.name));
}

function isNotFirstContext(call: CallFact): boolean {
  return !isFirstContext(call);
}

/**
 * A condition that is a text, given to something that is called like a database: other packages make conditions of values, by
 * functions of their own.
 */
function isOnDatabase({ expression, arguments: [first] }: CallFact): boolean {
  const { callee, arguments: given } = expression;
  const condition = given[0]?.value;
  if (callee.kind !== 'member' || condition === undefined) return false;
  const made = condition.kind === 'call' ? lastName(condition.callee) : /(\w+)\(\)$/.exec(first?.value.name ?? '')?.[1];
  if (made !== undefined && !GIVES_TEXT.test(made)) return false;
  let at = callee.object;
  for (let depth = 0; depth < 8; depth += 1) {
    if (at.kind === 'call') at = at.callee;
    else if (at.kind === 'member') {
      if (DATABASE.test(at.property)) return true;
      at = at.object;
    } else break;
  }
  return at.kind === 'name' && DATABASE.test(at.name);
}

function hasCondition(call: CallFact): boolean {
  const first = call.argument(0);
  return first !== undefined && openConditionHole(first) !== undefined;
}

/** Calls whose result is a text for sure. */
const GIVES_TEXT = /^(?:Sprint\w*|Join|Trim\w*|Get|Query\w*|Param\w*|FormValue|PostForm\w*|Default(?:Query|PostForm))$/;
const DATABASE = /^(?:get)?(?:\w*db|\w*orm|\w*dbconn|tx|session|engine)$/i;

/** Conditions may be structs and maps, too, whose values are bound. */
function isText(call: CallFact): boolean {
  return call.arguments.some(({ value }) => value.form === undefined || value.parts !== undefined);
}
