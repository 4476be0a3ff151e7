using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Interlock.Dashboard.LiveView.Run;
using Interlock.Runtime.Replay;

namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>Asks the feed for the files that explain a run: the guarded contract, the calibration and the robot's description.</summary>
internal sealed class FeedFiles
{
    public const byte AnswerCode = 4;
    private const string Prefix = "attachment:";
    private const string FactsFile = "run.json";
    private const string UrdfSuffix = ".urdf";
    private const int HeadBytes = 9;
    private const long LargestBytes = 4 << 20;

    private readonly Dictionary<uint, string> _asked = [];
    private uint _last;

    /// <summary>The request for the list of files.</summary>
    public string AskForList() => Ask("");

    /// <summary>The request for what a session of a proxy says about itself.</summary>
    public string AskForFacts(string session) => Ask($"{session}/{FactsFile}");

    /// <summary>The request for what guards a session of a proxy.</summary>
    public string AskForContract(string session) => Ask($"{session}/{RecordedGuard.GuardedContractName}");

    /// <summary>What an answer brings: further requests, or a file.</summary>
    /// <param name="body">What follows the code: request, status, length of the error, the error, bytes.</param>
    /// <exception cref="JsonException">It is no answer.</exception>
    public (IReadOnlyList<string> Requests, RunFile? File) Take(ReadOnlyMemory<byte> body)
    {
        JsonFields.Require(body.Length >= HeadBytes);
        uint error = BinaryPrimitives.ReadUInt32LittleEndian(body.Span[5..]);
        JsonFields.Require(error <= (uint)(body.Length - HeadBytes));
        if (!_asked.Remove(BinaryPrimitives.ReadUInt32LittleEndian(body.Span), out string? name) || body.Span[4] != 0)
        {
            return ([], null);
        }

        ReadOnlyMemory<byte> data = body[(HeadBytes + (int)error)..];
        return name.Length == 0 ? (Wanted(data), null) : ([], new RunFile(SessionOf(name), name, KindOf(name), data.ToArray()));
    }

    private static string? SessionOf(string name) => name.IndexOf('/', StringComparison.Ordinal) is var end && end > 0 ? name[..end] : null;

    private List<string> Wanted(ReadOnlyMemory<byte> list)
    {
        using JsonDocument document = JsonDocument.Parse(list);
        JsonFields.Require(document.RootElement.ValueKind == JsonValueKind.Array);
        string[] names = [.. document.RootElement.EnumerateArray().Where(IsSmall).Select(file => file.GetProperty("name").GetString()!)];
        string? contract = Array.Find(names, name => name == RecordedGuard.GuardedContractName) ?? Array.Find(names, name => name.EndsWith(RecordedGuard.ContractSuffix, StringComparison.Ordinal));
        string? urdf = Array.Find(names, name => name.EndsWith(UrdfSuffix, StringComparison.OrdinalIgnoreCase));
        string? calibration = Array.Find(names, name => name.EndsWith(RecordedGuard.CalibrationSuffix, StringComparison.Ordinal));
        return [.. new[] { contract, calibration, urdf }.OfType<string>().Select(Ask)];
    }

    private static RunFileKind KindOf(string name) =>
        name.EndsWith(UrdfSuffix, StringComparison.OrdinalIgnoreCase) ? RunFileKind.Urdf
        : name.EndsWith(RecordedGuard.CalibrationSuffix, StringComparison.Ordinal) ? RunFileKind.Calibration
        : name.EndsWith(FactsFile, StringComparison.Ordinal) ? RunFileKind.Facts
        : RunFileKind.Contract;

    private static bool IsSmall(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object
        && file.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String
        && file.TryGetProperty("bytes", out JsonElement bytes) && bytes.ValueKind == JsonValueKind.Number && bytes.TryGetInt64(out long count) && count <= LargestBytes;

    private string Ask(string name)
    {
        _asked[++_last] = name;
        return JsonSerializer.Serialize(new Dictionary<string, object> { ["op"] = "fetchAsset", ["uri"] = Prefix + name, ["requestId"] = _last });
    }
}
