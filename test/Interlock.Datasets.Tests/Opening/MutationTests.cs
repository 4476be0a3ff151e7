using System.IO.Compression;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.Numpy;
using Interlock.Datasets.Tests.TfRecord;

namespace Interlock.Datasets.Tests.Opening;

/// <summary>Whatever is done to the bytes of a small file, reading it gives episodes or a diagnostic, in bounded memory.</summary>
public sealed class MutationTests : IDisposable
{
    private const int MutationsPerFile = 8000;
    private const int MaximumChanges = 6;

    /// <summary>The largest honest cost is a deflated member at the edge of the bomb rule, unpacked to doubles.</summary>
    private const long MaximumAllocatedBytes = 256L << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> SmallFiles() => new()
    {
        { "a.npy", NpyBytes.Float32("(2, 2, 2)", 1, 2, 3, 4, 5, 6, 7, 8) },
        {
            "a.npz",
            NpyBytes.Npz(
                CompressionLevel.Optimal,
                ("actions.npy", NpyBytes.Of("<f4", fortran: true, "(2, 2)", NpyBytes.Bytes([1, 2, 3, 4]))),
                ("episode_ids.npy", NpyBytes.Int64(0, 1)))
        },
        {
            "a.jsonl",
            """
            {"episode":0,"step":0,"action":[1,NaN],"task":"a\"b"}
            {"episode":1,"step":0,"action":[2,"Infinity"]}
            """u8.ToArray()
        },
        { "a.csv", "episode,step,action.x,action.y,task\n0,0,1,nan,\"a \"\"b\"\"\"\n0,1,-inf,2e3,c\n1,0,1,2,d\n"u8.ToArray() },
        { "a.tfrecord", RecordBytes.File(SmallExample) },
        { "payload.tfrecord", SmallExample },
    };

    /// <summary>Mutated inside a record whose checksums are made good again.</summary>
    private static byte[] SmallExample => RecordBytes.Example(
        ("steps/action", RecordBytes.Floats(1, 2)), ("steps/is_first", RecordBytes.Integers(1, 0)), ("t", RecordBytes.Texts("x")));

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void A_mutated_file_gives_episodes_or_a_diagnostic(string name, byte[] bytes)
    {
        SeededRandom random = new(20_260_101);
        string path = _folder.PathOf(name);
        for (int mutation = 0; mutation < MutationsPerFile; mutation++)
        {
            byte[] mutated = Mutate(bytes, random);
            File.WriteAllBytes(path, name.StartsWith("payload", StringComparison.Ordinal) ? RecordBytes.File(mutated) : mutated);
            long before = GC.GetAllocatedBytesForCurrentThread();
            ReadOrDiagnose(path);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaximumAllocatedBytes);
        }
    }

    private static void ReadOrDiagnose(string path)
    {
        try
        {
            Assert.All(
                EpisodeSources.Open(path).ReadEpisodes(),
                episode => Assert.Equal(episode.Length * episode.ActionDimension, episode.Actions.Length));
        }
        catch (DiagnosticException exception)
        {
            Assert.StartsWith("DS1", exception.Diagnostics[0].Code, StringComparison.Ordinal);
        }
    }

    private static byte[] Mutate(byte[] bytes, SeededRandom random)
    {
        List<byte> mutated = [.. bytes];
        for (int changes = 1 + random.NextInt(MaximumChanges); changes > 0 && mutated.Count > 0; changes--)
        {
            int at = random.NextInt(mutated.Count);
            switch (random.NextInt(6))
            {
                case 0: mutated[at] ^= (byte)(1 << random.NextInt(8)); break;
                case 1: mutated[at] = (byte)random.NextInt(256); break;
                case 2: mutated[at] = random.NextInt(2) == 0 ? (byte)0xFF : (byte)0; break;
                case 3: mutated.RemoveRange(at, Math.Min(mutated.Count - at, 1 + random.NextInt(8))); break;
                case 4: mutated.InsertRange(at, bytes.Take(1 + random.NextInt(16))); break;
                default: mutated.Insert(at, (byte)('0' + random.NextInt(10))); break;
            }
        }

        return random.NextInt(20) == 0 ? [.. mutated.Take(random.NextInt(mutated.Count + 1))] : [.. mutated];
    }
}
