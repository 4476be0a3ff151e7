using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>Reads the folder of a trust store.</summary>
internal sealed class TrustStoreReader(string folder, DiagnosticCollector findings)
{
    private const string KeyExtension = ".pem";
    private const int MostEntries = 1024;

    private readonly DiagnosticCollector _own = new();
    private readonly Dictionary<VerificationKey, string> _keys = [];
    private RevocationList _revocations = RevocationList.Empty;
    private int _threshold = 1;

    public static TrustStore Read(string folder, DiagnosticCollector findings)
    {
        TrustStoreReader reader = new(folder, findings);
        foreach (FileSystemInfo entry in reader.Entries())
        {
            reader.Take(entry);
        }

        return reader.Finish();
    }

    private FileSystemInfo[] Entries()
    {
        try
        {
            FileSystemInfo[] entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Take(MostEntries + 1)];
            return entries.Length <= MostEntries
                ? [.. entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)]
                : throw Unreadable($"the folder has more than {MostEntries} entries");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable($"the trust store cannot be read: {exception.Message}");
        }
    }

    private void Take(FileSystemInfo entry)
    {
        bool isSetting = entry.Name is TrustStore.SettingsFile or TrustStore.RevocationFile;
        if (isSetting && (entry is DirectoryInfo || entry.LinkTarget is not null))
        {
            _own.Error(SigningCodes.TrustStoreUnreadable, "a setting of the trust store is not a plain file", SourcePlace.OfFile(entry.FullName));
        }
        else if (entry.LinkTarget is not null)
        {
            Ignore(entry, "a symbolic link is not followed", "copy the key into the folder");
        }
        else if (entry is DirectoryInfo)
        {
            Ignore(entry, "a folder inside the trust store is not read", null);
        }
        else if (entry.Name == TrustStore.SettingsFile)
        {
            Collect(() => _threshold = TrustSettings.ReadThreshold(ReadSettings(entry, TrustSettings.LargestFile, SigningCodes.TrustSettingsInvalid), entry.FullName, _own) ?? 1);
        }
        else if (entry.Name == TrustStore.RevocationFile)
        {
            Collect(() => _revocations = RevocationList.Read(ReadSettings(entry, RevocationReader.LargestFile, SigningCodes.RevocationListInvalid), entry.FullName));
        }
        else if (entry.Name.EndsWith(KeyExtension, StringComparison.OrdinalIgnoreCase))
        {
            TakeKey(entry);
        }
        else
        {
            TakeUnknown(entry);
        }
    }

    private void TakeUnknown(FileSystemInfo entry)
    {
        string? near = NearestName.Of(entry.Name, [TrustStore.SettingsFile, TrustStore.RevocationFile]);
        if (near is null)
        {
            Ignore(entry, "the file is neither a public key nor a setting", $"public keys are called *{KeyExtension}");
            return;
        }

        // A misspelt revocation list that is passed over would allow what it was written to deny.
        _own.Error(
            SigningCodes.TrustStoreEntryIgnored,
            "the file is neither a public key nor a setting, and its name is close to one",
            SourcePlace.OfFile(entry.FullName),
            $"did you mean {near}?");
    }

    private static byte[] ReadSettings(FileSystemInfo entry, int largest, string code) => SmallFile.Read(entry.FullName, largest, code);

    private void TakeKey(FileSystemInfo entry)
    {
        try
        {
            string pem = Encoding.UTF8.GetString(SmallFile.Read(entry.FullName, PublicKeyFile.LargestFile, SigningCodes.PublicKeyUnreadable));
            if (KeyPem.LabelsOf(pem).Any(label => label.EndsWith(KeyPem.PrivateLabel, StringComparison.Ordinal)))
            {
                _own.Error(
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
                _own.Add(finding with { Severity = DiagnosticSeverity.Warning });
            }
        }
    }

    private void Add(VerificationKey key, FileSystemInfo entry)
    {
        if (!_keys.TryAdd(key, entry.Name))
        {
            _own.Warn(SigningCodes.KeyTrustedTwice, $"the key is the same as {_keys[key]}; it counts once", SourcePlace.OfFile(entry.FullName));
        }
    }

    private void Ignore(FileSystemInfo entry, string message, string? hint) =>
        _own.Warn(SigningCodes.TrustStoreEntryIgnored, message, SourcePlace.OfFile(entry.FullName), hint);

    private void Collect(Action read)
    {
        try
        {
            read();
        }
        catch (DiagnosticException exception)
        {
            foreach (Diagnostic finding in exception.Diagnostics)
            {
                _own.Add(finding);
            }
        }
    }

    private TrustStore Finish()
    {
        if (_keys.Count > TrustStore.MostKeys)
        {
            _own.Error(SigningCodes.TrustStoreUnreadable, $"the trust store has {_keys.Count} keys, at most {TrustStore.MostKeys} are read", SourcePlace.OfFile(folder));
        }

        TrustStore store = TrustStore.Of(_keys.Keys, _threshold, _revocations);
        foreach (VerificationKey key in store.RevokedKeys)
        {
            _own.Warn(SigningCodes.TrustedKeyRevoked, $"key {key} is revoked: {Quoted.Of(_revocations.FindKey(key.Fingerprint)!.Reason)}", SourcePlace.OfFile(folder));
        }

        if (store.Keys.Count < store.Threshold)
        {
            _own.Error(
                SigningCodes.ThresholdOutOfReach,
                $"{store.Threshold} different keys must sign, and the trust store has {store.Keys.Count} that count",
                SourcePlace.OfFile(folder),
                "put the public keys of the signers into the folder");
        }

        foreach (Diagnostic finding in _own.Items)
        {
            findings.Add(finding);
        }

        _own.ThrowIfErrors();
        return store;
    }

    private DiagnosticException Unreadable(string message) =>
        new(SigningCodes.TrustStoreUnreadable, message, SourcePlace.OfFile(folder), "give a folder with the public keys of those who may sign");
}
