using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Safetensors;

namespace Interlock.ExecSpec.Tests.Import.LeRobot;

/// <summary>Whatever is done to one file of a checkpoint or dataset: findings or a specification that can be written, and memory in proportion to the files.</summary>
public sealed class LeRobotFuzzTests
{
    private const ulong Seed = 20260823;
    private const int Mutations = 50_000;
    private const int BytesPerFileByte = 4;

    /// <summary>What an import allocates whatever the size: findings, channels, paths, texts.</summary>
    private const int ConstantBytes = 256 * 1024;

    private static readonly string[] Fragments =
    [
        "NaN", "Infinity", "-Infinity", "null", "true", "1e999", "0", "-1", "9999999999", "2147483647", "{}", "[]", "[[1,2],[3,4]]", "\"\"", "\"a\"",
        "\"action\"", "\"class\"", "\"MIN_MAX\"", "\"start\"", "\"names\"", "\\ud800", "\u0000", "\uFEFF", "\"F16\"", "\"BF16\"", "\"I64\"", "[0,0]", "[4,4]", "[0,8]",
    ];

    [Fact]
    public void Fifty_thousand_spoilt_checkpoints_give_findings_and_bounded_memory()
    {
        int population = int.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_IMPORT_FUZZ"), out int stated) ? stated : Mutations;
        SeededRandom random = new(Seed);
        using TemporaryFolder folder = new();
        IReadOnlyList<(string Name, byte[] Bytes)>[] sources = Sources();
        for (int i = 0; i < sources.Length; i++)
        {
            Write(folder, i, sources[i]);
        }

        int selected = 0;
        for (int i = 0; i < population; i++)
        {
            int which = i % sources.Length;
            (string name, byte[] bytes) = sources[which][random.NextInt(sources[which].Count)];
            byte[] spoilt = Mutate(bytes, random);
            File.WriteAllBytes(folder.PathOf($"{which}/{name}"), spoilt);
            long size = sources[which].Sum(file => (long)file.Bytes.Length) - bytes.Length + spoilt.Length;
            selected += Import(folder.PathOf($"{which}"), Request(random), size, $"{name}: {Encoding.Latin1.GetString(spoilt)}") ? 1 : 0;
            File.WriteAllBytes(folder.PathOf($"{which}/{name}"), bytes);
        }

        Assert.InRange(selected, population / 100, population * 9 / 10);
    }

    private static bool Import(string path, ImportRequest request, long size, string shown)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        SpecImport? import = null;
        try
        {
            import = SpecImport.Open(path, request);
        }
        catch (DiagnosticException exception)
        {
            Assert.All(exception.Diagnostics, item => Assert.StartsWith("EX1", item.Code, StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is not DiagnosticException)
        {
            Assert.Fail($"{exception}\n{shown}");
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= (BytesPerFileByte * size) + ConstantBytes, $"{allocated} bytes for files of {size}: {shown}");
        if (import is null)
        {
            return false;
        }

        Assert.Equal(import.Selected is not null, import.Findings.All(item => item.Severity != DiagnosticSeverity.Error));
        if (import.Selected is { } spec)
        {
            SpecFile.Write(spec, Stream.Null);
        }

        return import.Selected is not null;
    }

    private static ImportRequest Request(SeededRandom random) => new()
    {
        Key = random.NextInt(8) == 0 ? "action" : null,
        Scheme = random.NextInt(4) == 0 ? (NormalisationScheme)random.NextInt(4) : null,
        Family = random.NextInt(2) == 0 ? "act" : null,
        JointUnit = random.NextInt(2) == 0 ? ChannelUnit.Degree : null,
        Reference = random.NextInt(4) == 0 ? ActionReference.DeltaStep : null,
    };

    private static IReadOnlyList<(string Name, byte[] Bytes)>[] Sources() =>
    [
        new LeRobotCheckpoint().Files(),
        [
            ("config.json", Encoding.UTF8.GetBytes("""{"type": "act", "chunk_size": 4, "output_features": {"action": {"type": "ACTION", "shape": [2]}}, "normalization_mapping": {"ACTION": "MEAN_STD"}}""")),
            ("model.safetensors", new SafetensorsBytes().F32("w", 1, 2).F32("unnormalize_outputs.buffer_action.mean", 1, 2).F32("unnormalize_outputs.buffer_action.std", 3, 4).ToArray()),
        ],
        [
            ("meta/info.json", Encoding.UTF8.GetBytes("""{"fps": 20.0, "robot_type": "so100", "features": {"action": {"shape": [2], "names": ["a.pos", "gripper.pos"]}}}""")),
            ("meta/stats.json", Encoding.UTF8.GetBytes("""{"action": {"min": [-1, 0], "max": [1, 9], "mean": [0, 5], "std": [1, 9], "q01": [-1, 0], "q99": [1, 8]}}""")),
        ],
        [("meta/episodes_stats.jsonl", Encoding.UTF8.GetBytes("{\"stats\": {\"action\": {\"min\": [0], \"max\": [2], \"mean\": [1], \"std\": [1], \"count\": [2]}}}\n{\"stats\": {\"action\": {\"min\": [0], \"max\": [2], \"mean\": [1], \"std\": [1], \"count\": [3]}}}"))],
        [
            ("experiment_cfg/metadata.json", Encoding.UTF8.GetBytes("""{"t": {"statistics": {"action": {"arm": {"min": [-1, 0], "max": [1, 2], "mean": [0, 0], "std": [1, 1]}}}, "modalities": {"action": {"arm": {"absolute": true, "rotation_type": null, "continuous": true} } } } }""")),
            ("meta/modality.json", Encoding.UTF8.GetBytes("""{"action": {"arm": {"start": 0, "end": 2, "original_key": "action"}}}""")),
        ],
    ];

    private static void Write(TemporaryFolder folder, int which, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        foreach ((string name, byte[] bytes) in files)
        {
            folder.Write($"{which}/{name}", bytes);
        }
    }

    private static byte[] Mutate(byte[] bytes, SeededRandom random)
    {
        List<byte> spoilt = [.. bytes];
        for (int left = 1 + random.NextInt(3); left > 0; left--)
        {
            MutateOnce(spoilt, random);
        }

        return [.. spoilt];
    }

    private static void MutateOnce(List<byte> bytes, SeededRandom random)
    {
        int at = random.NextInt(bytes.Count + 1);
        int end = Math.Min(bytes.Count, at + random.NextInt(24));
        switch (random.NextInt(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.NextInt(8));
                break;
            case 1 when random.NextInt(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 2:
                bytes.RemoveRange(at, end - at);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(random.NextInt(bytes.Count - (end - at) + 1), end - at));
                break;
            case 4:
                ReplaceToken(bytes, at, random);
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.NextInt(Fragments.Length)]));
                break;
        }
    }

    /// <summary>Puts a fragment in place of the next number or text, which leaves the file readable more often than not.</summary>
    private static void ReplaceToken(List<byte> bytes, int from, SeededRandom random)
    {
        int start = bytes.FindIndex(from, letter => letter is (byte)'"' or (>= (byte)'0' and <= (byte)'9'));
        if (start >= 0)
        {
            int end = bytes.FindIndex(start + 1, letter => letter is (byte)'"' or (byte)',' or (byte)']' or (byte)'}');
            end = end < 0 ? bytes.Count : bytes[start] == '"' && bytes[end] == '"' ? end + 1 : end;
            bytes.RemoveRange(start, end - start);
            bytes.InsertRange(start, Encoding.UTF8.GetBytes(Fragments[random.NextInt(Fragments.Length)]));
        }
    }
}
