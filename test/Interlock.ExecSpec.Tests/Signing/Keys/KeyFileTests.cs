using System.Security.Cryptography;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Tests.Signing.Keys;

public sealed class KeyFileTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData(KeyCurve.P256, "")]
    [InlineData(KeyCurve.P384, "")]
    [InlineData(KeyCurve.P256, "correct horse")]
    public void A_key_pair_survives_its_files(KeyCurve curve, string passphrase)
    {
        using TemporaryFolder folder = new();
        using SigningKey key = SigningKey.Generate(curve);
        key.WriteFile(folder.PathOf("owner.key.pem"), passphrase);
        key.PublicKey.WriteFile(folder.PathOf("owner.pem"));

        using SigningKey secret = SigningKey.ReadFile(folder.PathOf("owner.key.pem"), passphrase);
        VerificationKey open = VerificationKey.ReadFile(folder.PathOf("owner.pem"));
        Assert.True(open.Verifies("data"u8, secret.Sign("data"u8)));
        Assert.Equal(key.PublicKey, open);
        Assert.Equal("owner", open.Name);
        Assert.Equal(curve, open.Curve);
        Assert.Equal(2, Directory.GetFiles(folder.Root).Length);
    }

    [Fact]
    public void The_fingerprint_is_that_of_the_encoded_public_key()
    {
        using ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        VerificationKey key = VerificationKey.ParsePem(pair.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pair.ExportSubjectPublicKeyInfo())), key.Fingerprint);
        Assert.Equal(16, key.ShortFingerprint.Length);
        Assert.StartsWith(key.ShortFingerprint, key.Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_key_file_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = new();
        using SigningKey key = SigningKey.Generate();
        string path = folder.PathOf("k.pem");
        key.WriteFile(path);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));

        foreach (UnixFileMode extra in new[] { UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.GroupWrite, UnixFileMode.OtherExecute })
        {
            File.SetUnixFileMode(path, OwnerOnly | extra);
            AssertRefused("EX191", () => SigningKey.ReadFile(path));
        }
    }

    [Fact]
    public void A_key_is_never_overwritten_and_nothing_partial_is_left()
    {
        using TemporaryFolder folder = new();
        using SigningKey key = SigningKey.Generate();
        string path = folder.Write("k.pem", "mine");
        AssertRefused("EX194", () => key.WriteFile(path));
        AssertRefused("EX194", () => key.PublicKey.WriteFile(path));
        AssertRefused("EX194", () => key.WriteFile(folder.PathOf("absent/k.pem")));
        AssertRefused("EX194", () => key.WriteFile(folder.Root));
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void An_encrypted_key_needs_its_passphrase()
    {
        using TemporaryFolder folder = new();
        using SigningKey key = SigningKey.Generate();
        string path = folder.PathOf("k.pem");
        key.WriteFile(path, "right");
        Assert.Contains("ENCRYPTED", File.ReadAllText(path), StringComparison.Ordinal);
        AssertRefused("EX192", () => SigningKey.ReadFile(path));
        AssertRefused("EX192", () => SigningKey.ReadFile(path, "wrong"));
    }

    [Fact]
    public void A_key_that_would_take_hours_to_open_is_refused_at_once()
    {
        using ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] der = pair.ExportEncryptedPkcs8PrivateKey("p", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 0x010203));
        int rounds = der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x02, 0x03, 0x01, 0x02, 0x03]);
        Assert.True(rounds > 0);
        Assert.True(EncryptionCost.IsBearable(der));
        der[rounds + 2] = 0x7F;
        AssertRefused("EX192", () => SigningKey.ParsePem(PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", der), "p"));

        byte[] oldForm = pair.ExportEncryptedPkcs8PrivateKey("p", new PbeParameters(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 1));
        Assert.False(EncryptionCost.IsBearable(oldForm));
        Assert.False(EncryptionCost.IsBearable(new byte[] { 0x30, 0x80 }));
        AssertRefused("EX192", () => SigningKey.ParsePem(PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", oldForm), "p"));
    }

    [Fact]
    public void Other_kinds_of_keys_are_refused_by_name()
    {
        using RSA rsa = RSA.Create(2048);
        using ECDsa large = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        AssertRefused("EX193", () => VerificationKey.ParsePem(rsa.ExportSubjectPublicKeyInfoPem()));
        AssertRefused("EX193", () => VerificationKey.ParsePem(large.ExportSubjectPublicKeyInfoPem()));
        AssertRefused("EX193", () => SigningKey.ParsePem(rsa.ExportPkcs8PrivateKeyPem()));
        AssertRefused("EX193", () => SigningKey.ParsePem(large.ExportPkcs8PrivateKeyPem()));
        AssertRefused("EX190", () => SigningKey.ParsePem(large.ExportECPrivateKeyPem()));
    }

    [Fact]
    public void What_is_no_key_file_is_refused()
    {
        using TemporaryFolder folder = new();
        using SigningKey key = SigningKey.Generate();
        string twice = key.PublicKey.ToPem() + key.PublicKey.ToPem();
        AssertRefused("EX195", () => VerificationKey.ReadFile(folder.PathOf("absent.pem")));
        AssertRefused("EX195", () => VerificationKey.ReadFile(folder.Root));
        AssertRefused("EX195", () => VerificationKey.ReadFile(folder.Write("large.pem", new byte[20_000])));
        AssertRefused("EX195", () => VerificationKey.ParsePem("hello"));
        AssertRefused("EX195", () => VerificationKey.ParsePem(twice));
        AssertRefused("EX193", () => VerificationKey.ParsePem(PemEncoding.WriteString("PUBLIC KEY", [1, 2, 3])));
        AssertRefused("EX190", () => SigningKey.ParsePem(key.PublicKey.ToPem()));
        AssertRefused("EX190", () => SigningKey.ReadFile(folder.PathOf("absent.pem")));
    }

    private static void AssertRefused(string code, Action act) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<DiagnosticException>(act).Diagnostics).Code);
}
