using Interlock.Core.Randomness;
using Interlock.ExecSpec.Canonical;
using Interlock.ExecSpec.Manifest;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.Bench.ExecSpec;

/// <summary>How long it takes to hash a model's files, to find them unchanged, and to judge a certificate.</summary>
internal static class HashBench
{
    private const long FileBytes = 1L << 30;
    private const int Repeats = 5;
    private const double BytesPerGB = 1e9;
    private const double NsPerS = 1e9;
    private const double NsPerMs = 1e6;
    private const double NsPerUs = 1e3;
    private const int MicroSteps = 2_000;
    private const ulong Seed = 3;

    public static void Run(TextWriter output, TimeProvider clock)
    {
        using TemporaryFolder folder = new();
        Write(folder.PathOf("one/weights.bin"), FileBytes);
        FileHashing fresh = new();
        double one = Best(clock, () => FolderManifest.Build(folder.PathOf("one"), fresh));
        output.WriteLine($"hash one file of 1 GiB:                 {FileBytes / BytesPerGB / (one / NsPerS):0.00} GB/s");

        Write(folder.PathOf("two/a.bin"), FileBytes / 2);
        Write(folder.PathOf("two/b.bin"), FileBytes / 2);
        double two = Best(clock, () => FolderManifest.Build(folder.PathOf("two"), fresh));
        output.WriteLine($"hash two files of 0.5 GiB side by side: {FileBytes / BytesPerGB / (two / NsPerS):0.00} GB/s");

        FileHashing cached = new() { CacheFolder = folder.PathOf("cache"), Clock = new Later(clock) };
        FolderManifest.Build(folder.PathOf("one"), cached);
        output.WriteLine($"the same file out of the cache:         {Best(clock, () => FolderManifest.Build(folder.PathOf("one"), cached)) / NsPerMs:0.00} ms");
        Micro(output, clock);
    }

    private static void Micro(TextWriter output, TimeProvider clock)
    {
        byte[] document = Document();
        using SigningKey key = SigningKey.Generate();
        DsseEnvelope envelope = DsseEnvelope.Create("application/vnd.interlock.bench+json", document).SignedBy(key);
        byte[] json = envelope.ToJson();
        output.WriteLine($"canonical form of {document.Length} bytes:          {Step(clock, () => CanonicalJson.Canonicalise(document)):0.0} us");
        output.WriteLine($"sign with P-256:                        {Step(clock, () => envelope.SignedBy(key)):0.0} us");
        output.WriteLine($"read an envelope and verify it:         {Step(clock, () => DsseVerifier.Check(DsseEnvelope.Read(json), [key.PublicKey])):0.0} us");
    }

    private static byte[] Document()
    {
        SeededRandom random = new(Seed);
        IEnumerable<string> members = Enumerable.Range(0, 200).Select(i => $"\"channel_{(i * 7919) % 200}\": {random.NextNormal():R}");
        return System.Text.Encoding.ASCII.GetBytes($"{{{string.Join(", ", members)}}}");
    }

    private static double Step(TimeProvider clock, Action step) => Best(clock, () =>
    {
        for (int i = 0; i < MicroSteps; i++)
        {
            step();
        }
    }) / MicroSteps / NsPerUs;

    private static double Best(TimeProvider clock, Action act)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < Repeats; i++)
        {
            long start = clock.GetTimestamp();
            act();
            best = Math.Min(best, (clock.GetTimestamp() - start) * NsPerS / clock.TimestampFrequency);
        }

        return best;
    }

    private static void Write(string path, long bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        byte[] block = new byte[1 << 20];
        SeededRandom random = new(Seed);
        using FileStream stream = File.Create(path);
        for (long done = 0; done < bytes; done += block.Length)
        {
            BitConverter.TryWriteBytes(block, random.NextBits());
            stream.Write(block);
        }
    }

    /// <summary>A clock that is a minute ahead, so that files that were just written count as settled.</summary>
    private sealed class Later(TimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow().AddMinutes(1);
    }
}
