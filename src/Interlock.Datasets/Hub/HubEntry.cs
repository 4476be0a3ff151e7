using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Hub;

/// <summary>Entries of the Hub's tree listing: {type, path, size, oid, lfs: {oid, size}}.</summary>
internal static class HubEntry
{
    private const int GitHashLength = 40;
    private const int Sha256Length = 64;

    /// <summary>Far above any file of the Hub; keeps sums of sizes in range.</summary>
    private const long MaximumFileBytes = 1L << 42;

    public static List<HubFile> Files(JsonElement listing, string folder, Uri address)
    {
        if (listing.ValueKind != JsonValueKind.Array)
        {
            throw HubFailure.Unexpected(address, "it is not a list of files");
        }

        return [.. listing.EnumerateArray().Where(entry => Text(entry, "type") == "file").Select(entry => Parse(entry, folder, address))];
    }

    public static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static HubFile Parse(JsonElement entry, string folder, Uri address)
    {
        string path = Text(entry, "path") ?? throw HubFailure.Unexpected(address, "a file has no path");
        if (!SafePath.IsRelative(path) || !path.StartsWith($"{folder}/", StringComparison.Ordinal))
        {
            throw new DiagnosticException(
                FileCode.HubUnsafeName,
                $"A listed file is named '{path}', which leads out of {folder}/",
                new SourcePlace(address.GetLeftPart(UriPartial.Path)),
                "do not use this dataset");
        }

        JsonElement? large = Member(entry, "lfs");
        long size = Size(large) ?? Size(entry) ?? throw HubFailure.Unexpected(address, $"'{path}' has no size");
        string? sha256 = large is { } pointer ? Hash(Text(pointer, "oid"), Sha256Length, path, address) : null;
        return new HubFile(path, size, sha256 ?? Hash(Text(entry, "oid"), GitHashLength, path, address), sha256);
    }

    /// <summary>Hashes become file names, so nothing but a hash passes.</summary>
    private static string Hash(string? text, int length, string path, Uri address) =>
        text is not null && text.Length == length && text.All(char.IsAsciiHexDigitLower)
            ? text
            : throw HubFailure.Unexpected(address, $"'{path}' has no hash of {length} digits");

    private static long? Size(JsonElement? entry) =>
        entry is { } element && Member(element, "size") is { ValueKind: JsonValueKind.Number } number
            && number.TryGetInt64(out long size) && size is >= 0 and <= MaximumFileBytes
            ? size
            : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member)
            && member.ValueKind != JsonValueKind.Null
            ? member
            : null;
}
