using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>The public keys of a trust store while it is read.</summary>
internal sealed class TrustedKeyList(DiagnosticCollector findings)
{
    private readonly Dictionary<VerificationKey, string> _fileOf = [];

    public IReadOnlyCollection<VerificationKey> Keys => _fileOf.Keys;

    public void Take(FileSystemInfo entry)
    {
        try
        {
            string pem = Encoding.UTF8.GetString(SmallFile.Read(entry.FullName, PublicKeyFile.LargestFile, SigningCodes.PublicKeyUnreadable));
            if (KeyPem.LabelsOf(pem).Any(label => label.EndsWith(KeyPem.PrivateLabel, StringComparison.Ordinal)))
            {
                findings.Error(
                    SigningCodes.PrivateKeyInTrustStore,
                    "a private key lies in the trust store, where everybody who verifies can read it",
                    SourcePlace.OfFile(entry.FullName),
                    "treat the key as lost: revoke it, make a new one, and keep only public keys here");
                return;
            }

            Add(PublicKeyFile.Parse(pem, entry.FullName), entry);
        }
        catch (DiagnosticException exception)
        {
            // One key less can only refuse more.
            foreach (Diagnostic finding in exception.Diagnostics)
            {
                findings.Add(finding with { Severity = DiagnosticSeverity.Warning });
            }
        }
    }

    private void Add(VerificationKey key, FileSystemInfo entry)
    {
        if (!_fileOf.TryAdd(key, entry.Name))
        {
            findings.Warn(SigningCodes.KeyTrustedTwice, $"the key is the same as {_fileOf[key]}; it counts once", SourcePlace.OfFile(entry.FullName));
        }
    }
}
