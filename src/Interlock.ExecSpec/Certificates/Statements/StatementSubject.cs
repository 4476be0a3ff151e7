namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>One thing that a statement is about; the digest counts, the name is for people.</summary>
internal sealed record StatementSubject(string Name, string Sha256);
