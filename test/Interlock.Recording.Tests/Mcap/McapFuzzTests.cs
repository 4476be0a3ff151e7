using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Recovery;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Tests.Mcap;

/// <summary>Mutated files give messages that were written or a typed finding, and nothing else.</summary>
public sealed class McapFuzzTests
{
    private const int Rounds = 100_000;

    private static readonly List<McapMessage> Sample = SampleRecording.Messages(20, seed: 5);

    [Fact]
    public void A_reader_of_mutated_files_finds_faults_or_true_messages()
    {
        HashSet<string> written = [.. SampleRecording.Texts(Sample)];
        byte[][] files =
        [
            SampleRecording.Bytes(Sample, new McapWriterOptions { ChunkBytes = 300 }),
            SampleRecording.Bytes(Sample, new McapWriterOptions { ChunkBytes = 300, UseChunkIndex = false }),
        ];
        SeededRandom random = new(6);
        int refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] mutated = Mutate(files[round & 1], random);
            try
            {
                using McapReader reader = SampleRecording.Open(mutated);
                Assert.All(reader.Messages(), message => Assert.Contains(SampleRecording.Text(message), written));
            }
            catch (DiagnosticException finding)
            {
                Assert.StartsWith("RC0", finding.Diagnostics[0].Code, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, Rounds / 2, Rounds);
    }

    [Fact]
    public void Recovery_of_mutated_files_ends_in_a_valid_file_or_a_finding()
    {
        byte[] file = SampleRecording.Bytes(Sample, new McapWriterOptions { ChunkBytes = 300 });
        SeededRandom random = new(7);
        for (int round = 0; round < Rounds / 10; round++)
        {
            using MemoryStream target = new();
            try
            {
                McapRecovery.Recover(new MemoryStream(Mutate(file, random)), target);
                using McapReader reader = SampleRecording.Open(target.ToArray());
                reader.Verify();
            }
            catch (DiagnosticException finding)
            {
                Assert.Equal("RC013", finding.Diagnostics[0].Code);
            }
        }
    }

    private static byte[] Mutate(byte[] file, SeededRandom random)
    {
        byte[] mutated = [.. file];
        for (int times = 1 + random.NextInt(3); times > 0; times--)
        {
            int at = random.NextInt(mutated.Length);
            switch (random.NextInt(4))
            {
                case 0:
                    mutated[at] ^= (byte)(1 + random.NextInt(255));
                    break;
                case 1:
                    mutated.AsSpan(at, Math.Min(8, mutated.Length - at)).Fill((byte)(random.NextInt(2) * 255));
                    break;
                case 2:
                    mutated = mutated[..Math.Max(1, at)];
                    break;
                default:
                    mutated = [.. mutated[..at], .. mutated[random.NextInt(mutated.Length)..]];
                    mutated = mutated.Length == 0 ? [0] : mutated;
                    break;
            }
        }

        return mutated;
    }
}
