using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Canonical;

/// <summary>Why a JSON text has no canonical form.</summary>
internal static class Refusal
{
    public const string NoCanonicalForm = "EX204";

    public static DiagnosticException Of(string message, string? file, int? line = null, string? hint = null) =>
        new(NoCanonicalForm, message, new SourcePlace(file, line), hint);
}
