using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Import.OpenVla;

namespace Interlock.ExecSpec.Tests.Import;

/// <summary>Whatever is done to a statistics file, there are findings or a specification, and no file costs more than its size allows.</summary>
public sealed class ImportFuzzTests
{
    private const ulong Seed = 20260603;
    private const int Mutations = 100_000;
    private const int BytesPerFileByte = 4;

    /// <summary>What an import allocates whatever the size: findings, channels, paths.</summary>
    private const int ConstantBytes = 256 * 1024;

    private static readonly string[] Fragments =
    [
        "NaN", "Infinity", "-Infinity", "null", "true", "1e999", "-1e999", "1e-999", "0", "-0", "9999999999999999999999", "{}", "[]", "[[", "]]", "{\"a\":", "\"", "\\", "\\ud800",
        "\\u0000", ",", ":", "\"action\"", "\"actions\"", "\"q01\"", "\"mask\"", "\"norm_stats\"", "\"proprio\"", "\uFEFF", "\u0080", "{\"action\":{\"q01\":[1],\"q99\":[2]}}", "[1,2],[3]",
    ];

    [Fact]
    public void A_hundred_thousand_spoilt_files_give_findings_and_bounded_memory()
    {
        int population = int.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_IMPORT_FUZZ"), out int stated) ? stated : Mutations;
        SeededRandom random = new(Seed);
        (string Name, byte[] Bytes)[] seeds = Seeds();
        using ImportFolder folder = new ImportFolder().With("oft/action_head--1.pt", "").With("oft/proprio_projector--1.pt", "");
        int selected = 0;
        for (int i = 0; i < population; i++)
        {
            (string name, byte[] bytes) = seeds[i % seeds.Length];
            byte[] spoilt = Mutate(bytes, random);
            string path = Path.Combine(folder.Root, name);
            File.WriteAllBytes(path, spoilt);
            if (Import(path, Request(random), spoilt) is { } spec)
            {
                selected++;
                SpecFile.Write(spec, Stream.Null);
            }
        }

        Assert.InRange(selected, population / 20, population * 9 / 10);
    }

    private static ExecutableSpec? Import(string path, ImportRequest request, byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ExecutableSpec? selected = null;
        try
        {
            SpecImport import = SpecImport.Open(path, request);
            selected = import.Selected;
            Assert.Equal(selected is not null, import.Findings.All(item => item.Severity != DiagnosticSeverity.Error));
        }
        catch (DiagnosticException exception)
        {
            Assert.All(exception.Diagnostics, item => Assert.StartsWith("EX1", item.Code, StringComparison.Ordinal));
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= (BytesPerFileByte * (long)bytes.Length) + ConstantBytes, $"{allocated} bytes for a file of {bytes.Length}: {Encoding.UTF8.GetString(bytes)}");
        return selected;
    }

    private static ImportRequest Request(SeededRandom random) => new()
    {
        Key = random.NextInt(2) == 0 ? "a" : null,
        Family = random.NextInt(2) == 0 ? "pi0" : "pi05",
        Platform = random.NextInt(4) == 0 ? null : ImportPlatform.Libero,
        TranslationMPerCommand = random.NextInt(2) == 0 ? 0.05 : null,
    };

    private static (string Name, byte[] Bytes)[] Seeds() =>
    [
        ("dataset_statistics.json", Encoding.UTF8.GetBytes(OpenVlaText.File("a", "b").ToJsonString())),
        ("config.json", Encoding.UTF8.GetBytes($$"""{"model_type": "openvla", "norm_stats": {{OpenVlaText.File("a").ToJsonString()}}}""")),
        ("oft/dataset_statistics.json", Encoding.UTF8.GetBytes(OpenVlaText.File("a").ToJsonString())),
        ("norm_stats.json", Encoding.UTF8.GetBytes(OpenPi.OpenPiText.Stats().ToJsonString())),
    ];

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
        switch (random.NextInt(14))
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
            case 4 when random.NextInt(8) == 0:
                bytes.InsertRange(at, Enumerable.Repeat((byte)(random.NextInt(2) == 0 ? '[' : '{'), 1 + random.NextInt(2000)));
                break;
            case 5:
                ReplaceNumber(bytes, at, Fragments[random.NextInt(Fragments.Length)]);
                break;
            case 6:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.NextInt(Fragments.Length)]));
                break;
            default:
                ReplaceNumber(bytes, at, random.NextDouble(-3, 3).ToString("R"));
                break;
        }
    }

    private static void ReplaceNumber(List<byte> bytes, int from, string text)
    {
        int start = bytes.FindIndex(from, IsOfNumber);
        if (start >= 0)
        {
            int end = bytes.FindIndex(start, letter => !IsOfNumber(letter));
            bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
            bytes.InsertRange(start, Encoding.UTF8.GetBytes(text));
        }
    }

    private static bool IsOfNumber(byte letter) => letter is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.';
}
