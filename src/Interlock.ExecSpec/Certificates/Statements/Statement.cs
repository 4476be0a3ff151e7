namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>An in-toto statement of one of our kinds.</summary>
internal sealed record Statement(string PredicateType, IReadOnlyList<StatementSubject> Subjects, FieldReader Predicate);
