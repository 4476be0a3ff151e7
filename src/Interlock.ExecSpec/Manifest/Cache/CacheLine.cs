using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Interlock.ExecSpec.Manifest.Hashing;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Manifest.Cache;

/// <summary>
/// One remembered digest as a line of JSON. The line carries a digest of itself, so that a damaged line is found and dropped; it is no
/// protection against somebody who writes lines on purpose.
/// </summary>
/// <param name="Path">Full path.</param>
/// <param name="Identity">What the file was.</param>
/// <param name="Sha256">Its digest.</param>
internal sealed record CacheLine(string Path, FileIdentity Identity, string Sha256)
{
    private const int CheckDigits = 16;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 2, AllowDuplicateProperties = false };

    private string Check
    {
        get
        {
            string text = string.Create(
                CultureInfo.InvariantCulture,
                $"{Identity.Size} {Identity.ModifiedNs} {Identity.ChangedNs} {Identity.Inode} {Identity.Device} {Sha256} {Path}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..CheckDigits];
        }
    }

    /// <summary>Reads a line; null for anything that is not one as it was written.</summary>
    public static CacheLine? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            JsonElement root = document.RootElement;
            FileIdentity identity = new(
                root.GetProperty("size").GetInt64(),
                root.GetProperty("mtime_ns").GetInt64(),
                root.TryGetProperty("ctime_ns", out JsonElement changed) ? changed.GetInt64() : null,
                root.TryGetProperty("inode", out JsonElement inode) ? inode.GetUInt64() : null,
                root.TryGetProperty("device", out JsonElement device) ? device.GetUInt64() : null);
            CacheLine line = new(root.GetProperty("path").GetString() ?? "", identity, root.GetProperty("sha256").GetString() ?? "");
            return Digests.IsSha256(line.Sha256) && root.GetProperty("check").GetString() == line.Check ? line : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("path", Path);
        writer.WriteNumber("size", Identity.Size);
        writer.WriteNumber("mtime_ns", Identity.ModifiedNs);
        if (Identity.ChangedNs is { } changed)
        {
            writer.WriteNumber("ctime_ns", changed);
        }

        WriteKnown(writer, "inode", Identity.Inode);
        WriteKnown(writer, "device", Identity.Device);
        writer.WriteString("sha256", Sha256);
        writer.WriteString("check", Check);
        writer.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter writer, string name, ulong? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }
}
