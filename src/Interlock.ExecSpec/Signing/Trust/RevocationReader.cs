using System.Globalization;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>Reads <c>revoked.json</c>.</summary>
internal static class RevocationReader
{
    public const int LargestFile = 4 << 20;
    public const string Format = "revoked/1";
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private const int LongestReason = 1024;
    private const int LongestWord = 64;

    public static RevocationList Read(ReadOnlyMemory<byte> utf8, string? file)
    {
        DiagnosticCollector findings = new();
        RevocationList list = RevocationList.Empty;
        StrictObject.Read(utf8, SigningCodes.RevocationListInvalid, file, findings, root => list = Read(root));
        findings.ThrowIfErrors();
        return list;
    }

    private static RevocationList Read(StrictObject root)
    {
        if (!root.HasOnly("interlock", "keys", "certificates"))
        {
            return RevocationList.Empty;
        }

        if (root.Text("interlock", LongestWord) is { } format && format != Format)
        {
            root.Wrong($"expected '{Format}'", "interlock");
        }

        return new RevocationList(Entries(root, "keys", "fingerprint"), Entries(root, "certificates", "sha256"));
    }

    private static Revocation[] Entries(StrictObject root, string list, string digest) =>
        [.. root.List(list, RevocationList.MostEntries).Select(item => Entry(item, digest)).OfType<Revocation>()];

    private static Revocation? Entry(StrictObject item, string digest)
    {
        if (!item.HasOnly(digest, "reason", "at"))
        {
            return null;
        }

        string? hex = item.Text(digest, Digests.HexLength);
        if (hex is not null && !Digests.IsSha256(hex))
        {
            item.Wrong($"expected {Digests.HexLength} lower-case hexadecimal digits", digest);
        }

        string? reason = item.Text("reason", LongestReason);
        DateTimeOffset? at = Time(item);
        return hex is null || reason is null || at is null ? null : new Revocation(hex, reason, at.Value);
    }

    private static DateTimeOffset? Time(StrictObject item)
    {
        if (item.Text("at", LongestWord) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        item.Wrong("expected a UTC time such as 2026-08-01T12:00:00Z", "at");
        return null;
    }
}
