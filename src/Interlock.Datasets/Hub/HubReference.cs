using System.Buffers;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Hub;

/// <summary>A dataset of the Hugging Face Hub, written <c>hub:owner/name[@revision]</c>.</summary>
/// <param name="Owner">User or organisation.</param>
/// <param name="Name">Name of the dataset.</param>
/// <param name="Revision">Branch, tag or commit; <c>main</c> when not given.</param>
public sealed record HubReference(string Owner, string Name, string Revision)
{
    private const string Scheme = "hub:";
    private const string DefaultRevision = "main";
    private const int MaximumNameLength = 96;
    private const int MaximumRevisionLength = 255;
    private const int CommitLength = 40;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Whether <paramref name="text"/> is meant as a reference and not as a path.</summary>
    public static bool IsReference(string text) => text.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>Parses a reference.</summary>
    /// <exception cref="DiagnosticException">DS180: it is not of the form, or a part has characters that the Hub does not
    /// allow.</exception>
    public static HubReference Parse(string text)
    {
        string rest = IsReference(text) ? text[Scheme.Length..] : text;
        int at = rest.IndexOf('@');
        string revision = at < 0 ? DefaultRevision : rest[(at + 1)..];
        string[] parts = (at < 0 ? rest : rest[..at]).Split('/');
        return parts.Length == 2 && parts.All(IsName) && SafePath.IsRelative(revision) && revision.Length <= MaximumRevisionLength
            ? new HubReference(parts[0], parts[1], revision)
            : throw new DiagnosticException(
                FileCode.HubReference, $"'{text}' is not a dataset of the Hub", hint: "write hub:owner/name or hub:owner/name@revision");
    }

    /// <inheritdoc />
    public override string ToString() => $"{Scheme}{Owner}/{Name}@{Revision}";

    internal bool IsCommit => IsCommitHash(Revision);

    internal static bool IsCommitHash(string text) => text.Length == CommitLength && text.All(char.IsAsciiHexDigitLower);

    private static bool IsName(string part) =>
        part.Length is > 0 and <= MaximumNameLength
        && !part.AsSpan().ContainsAnyExcept(NameCharacters)
        && part[0] is not ('.' or '-')
        && !part.Contains("..", StringComparison.Ordinal)
        && !part.Contains("--", StringComparison.Ordinal);
}
