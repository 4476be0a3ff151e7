using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Manifest.Bundles;

/// <summary>Reads the in-toto statement of a model signing bundle, out of the bytes that were verified.</summary>
internal sealed class ModelStatement(string? file)
{
    private const string StatementType = "https://in-toto.io/Statement/v1";
    private const string PredicateType = "https://model_signing/signature/v1.0";
    private const string HashName = "sha256";
    private const int LargestDepth = 32;
    private const int MostFiles = 100_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LargestDepth, AllowDuplicateProperties = false };

    public static SignedModel Read(VerifiedPayload payload, string? file)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload.Bytes, Options);
            return new ModelStatement(file).Read(document.RootElement, payload);
        }
        catch (JsonException exception)
        {
            throw Invalid($"the statement is not JSON: {exception.Message}", file, null);
        }
        catch (InvalidOperationException)
        {
            throw Invalid("the statement holds text that is not Unicode", file, null);
        }
    }

    private SignedModel Read(JsonElement root, VerifiedPayload payload)
    {
        RequireText(root, "_type", StatementType);
        RequireText(root, "predicateType", PredicateType);
        JsonElement predicate = Member(root, "predicate", JsonValueKind.Object);
        JsonElement serialisation = Member(predicate, "serialization", JsonValueKind.Object);
        RequireSerialisation(serialisation);

        (string name, string rootDigest) = Subject(root);
        FolderManifest manifest = FolderManifest.FromEntries(name, Resources(predicate), file);
        return manifest.RootDigest == rootDigest
            ? new SignedModel(manifest, IgnoredPaths(serialisation), payload)
            : throw new DiagnosticException(
                ManifestCodes.RootDigestWrong,
                $"the subject has SHA-256 {Quoted.Of(rootDigest)}, the files that it names have {manifest.RootDigest}",
                new SourcePlace(file, Key: "subject"));
    }

    private (string Name, string Sha256) Subject(JsonElement root)
    {
        JsonElement subjects = Member(root, "subject", JsonValueKind.Array);
        return subjects.GetArrayLength() == 1
            ? (Text(subjects[0], "name"), Text(Member(subjects[0], "digest", JsonValueKind.Object), HashName))
            : throw Wrong("expected exactly one subject", "subject");
    }

    private void RequireSerialisation(JsonElement serialisation)
    {
        (string Key, string Found, string Expected)[] settings =
        [
            ("method", Text(serialisation, "method"), "files"),
            ("hash_type", Text(serialisation, "hash_type"), HashName),
            ("allow_symlinks", serialisation.TryGetProperty("allow_symlinks", out JsonElement links) ? links.GetRawText() : "absent", "false"),
        ];
        foreach ((string key, string found, string expected) in settings.Where(setting => setting.Found != setting.Expected))
        {
            throw new DiagnosticException(
                ManifestCodes.SerialisationUnsupported,
                $"{key} is {Quoted.Of(found)}, and only {Quoted.Of(expected)} is verified",
                new SourcePlace(file, Key: $"predicate.serialization.{key}"));
        }
    }

    private ManifestEntry[] Resources(JsonElement predicate)
    {
        JsonElement list = Member(predicate, "resources", JsonValueKind.Array);
        if (list.GetArrayLength() > MostFiles)
        {
            throw Wrong($"there are more than {MostFiles} resources", "predicate.resources");
        }

        ManifestEntry[] entries = [.. list.EnumerateArray().Select(Resource)];
        for (int i = 1; i < entries.Length; i++)
        {
            if (PathOrder.Instance.Compare(entries[i - 1].Path, entries[i].Path) >= 0)
            {
                throw Wrong($"resources are not in order at {Quoted.Of(entries[i].Path)}", $"predicate.resources[{i}]");
            }
        }

        return entries;
    }

    private ManifestEntry Resource(JsonElement item, int index)
    {
        string algorithm = Text(item, "algorithm");
        return algorithm == HashName
            ? new ManifestEntry(Text(item, "name"), Text(item, "digest"))
            : throw Wrong($"the algorithm is {Quoted.Of(algorithm)}, hash_type says {HashName}", $"predicate.resources[{index}]");
    }

    private string[] IgnoredPaths(JsonElement serialisation)
    {
        if (!serialisation.TryGetProperty("ignore_paths", out JsonElement list))
        {
            return [];
        }

        const string Key = "predicate.serialization.ignore_paths";
        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= MostFiles
            ? [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String && PortablePath.IsCanonical(item.GetString()!)
                ? item.GetString()!
                : throw Wrong("an ignored path is not relative and canonical", Key))]
            : throw Wrong("expected a list of paths", Key);
    }

    private void RequireText(JsonElement item, string key, string expected)
    {
        string found = Text(item, key);
        if (found != expected)
        {
            throw Wrong($"{key} is {Quoted.Of(found)}, expected {expected}", key);
        }
    }

    private string Text(JsonElement item, string key) => Member(item, key, JsonValueKind.String).GetString()!;

    private JsonElement Member(JsonElement item, string key, JsonValueKind kind) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out JsonElement value) && value.ValueKind == kind
            ? value
            : throw Wrong($"{key} is missing, or is not what the statement has there", key);

    private DiagnosticException Wrong(string message, string key) => Invalid(message, file, key);

    private static DiagnosticException Invalid(string message, string? file, string? key) => new(
        ManifestCodes.StatementInvalid,
        message,
        new SourcePlace(file, Key: key),
        "the bundle is signed and still not a statement of OpenSSF Model Signing 1.0");
}
