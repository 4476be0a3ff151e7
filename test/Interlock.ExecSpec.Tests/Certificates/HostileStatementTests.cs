using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Certificates.Reading;
using Interlock.ExecSpec.Certificates.Verification;

namespace Interlock.ExecSpec.Tests.Certificates;

/// <summary>Whatever bytes come, there is a verdict, and the verdict is a refusal.</summary>
public sealed class HostileStatementTests : IDisposable
{
    private const string CountVariable = "INTERLOCK_FUZZ";
    private const int DefaultCount = 1500;
    private const ulong Seed = 20260301;

    private static readonly byte[][] Pieces =
        [.. new[] { "{", "}", "[", "]", "\"", ",", ":", "null", "-1e999", "1e-999", "\\ud800", "true", "\u0000", "9999999999999999999", "[[[[[[[[[[[[[[[[[[[[[[[[[[" }.Select(System.Text.Encoding.UTF8.GetBytes)];

    private readonly SignedWorld _world = new();

    [Fact]
    public void No_mutated_statement_throws_and_none_passes_for_another()
    {
        byte[] payload = _world.Envelope.Payload.ToArray();
        SeededRandom random = new(Seed);
        int count = int.Parse(Environment.GetEnvironmentVariable(CountVariable) ?? $"{DefaultCount}");
        for (int i = 0; i < count; i++)
        {
            DiagnosticCollector findings = new();
            byte[] mutated = Mutated(payload, random);
            bool isRead = CertificateReader.Read(mutated, null, findings) is not null;
            Assert.Equal(!isRead, findings.HasErrors);
        }
    }

    [Fact]
    public void No_mutated_envelope_throws_and_none_is_accepted()
    {
        byte[] envelope = _world.Envelope.ToJson();
        SeededRandom random = new(Seed + 1);
        for (int i = 0; i < DefaultCount / 3; i++)
        {
            byte[] mutated = Mutated(envelope, random);
            CertificateVerification verification = CertificateVerifier.Verify(mutated, _world.Trust(), _world.Today with { ArtefactRoot = null });
            Assert.True(verification.Certificate is null || verification.PayloadSha256 == _world.Envelope.PayloadSha256);
        }
    }

    public void Dispose() => _world.Dispose();

    private static byte[] Mutated(byte[] source, SeededRandom random)
    {
        int place = random.NextInt(source.Length);
        return random.NextInt(4) switch
        {
            0 => [.. source[..place], (byte)(source[place] ^ (1 << random.NextInt(8))), .. source[(place + 1)..]],
            1 => source[..place],
            2 => [.. source[..place], .. source[Math.Min(source.Length, place + 1 + random.NextInt(60))..]],
            _ => [.. source[..place], .. Pieces[random.NextInt(Pieces.Length)], .. source[place..]],
        };
    }
}
