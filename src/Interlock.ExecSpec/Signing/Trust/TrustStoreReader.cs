using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>Reads the folder of a trust store.</summary>
internal sealed class TrustStoreReader
{
    private const string KeyExtension = ".pem";
    private const string SettingExtension = ".json";
    private const int MostEntries = 1024;

    private readonly string _folder;
    private readonly DiagnosticCollector _findings = new();
    private readonly TrustedKeyList _keys;
    private RevocationList _revocations = RevocationList.Empty;
    private int _threshold = 1;

    private TrustStoreReader(string folder)
    {
        _folder = folder;
        _keys = new TrustedKeyList(_findings);
    }

    public static TrustStore Read(string folder, DiagnosticCollector findings)
    {
        TrustStoreReader reader = new(folder);
        foreach (FileSystemInfo entry in reader.Entries())
        {
            reader.Take(entry);
        }

        TrustStore store = reader.Finish();
        foreach (Diagnostic finding in reader._findings.Items)
        {
            findings.Add(finding);
        }

        reader._findings.ThrowIfErrors();
        return store;
    }

    private FileSystemInfo[] Entries()
    {
        try
        {
            FileSystemInfo[] entries = [.. new DirectoryInfo(_folder).EnumerateFileSystemInfos().Take(MostEntries + 1)];
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
        bool isPlain = entry is FileInfo && entry.LinkTarget is null;
        switch (entry.Name)
        {
            case TrustStore.SettingsFile or TrustStore.RevocationFile when !isPlain:
                _findings.Error(SigningCodes.TrustStoreUnreadable, "a setting of the trust store is not a plain file", SourcePlace.OfFile(entry.FullName));
                break;
            case TrustStore.SettingsFile:
                Collect(() => TakeSettings(entry));
                break;
            case TrustStore.RevocationFile:
                Collect(() => TakeRevocations(entry));
                break;
            case var name when IsSetting(name):
                TakeUnknownSetting(entry);
                break;
            case var _ when !isPlain:
                Ignore(entry, "a symbolic link or a folder inside the trust store is not read", "copy the key into the folder");
                break;
            case var name when name.EndsWith(KeyExtension, StringComparison.OrdinalIgnoreCase):
                _keys.Take(entry);
                break;
            default:
                Ignore(entry, "the file is neither a public key nor a setting", $"public keys are called *{KeyExtension}");
                break;
        }
    }

    private void TakeSettings(FileSystemInfo entry)
    {
        byte[] utf8 = SmallFile.Read(entry.FullName, TrustSettings.LargestFile, SigningCodes.TrustSettingsInvalid);
        _threshold = TrustSettings.ReadThreshold(utf8, entry.FullName, _findings) ?? 1;
    }

    private void TakeRevocations(FileSystemInfo entry)
    {
        byte[] utf8 = SmallFile.Read(entry.FullName, RevocationReader.LargestFile, SigningCodes.RevocationListInvalid);
        _revocations = RevocationList.Read(utf8, entry.FullName);
    }

    private static bool IsSetting(string name) =>
        name.EndsWith(SettingExtension, StringComparison.OrdinalIgnoreCase) || NearestSetting(name) is not null;

    /// <summary>Upper and lower case are no distance: <c>REVOKED.JSON</c> is what another system makes of the name.</summary>
    private static string? NearestSetting(string name) =>
        NearestName.Of(name.ToLowerInvariant(), [TrustStore.SettingsFile, TrustStore.RevocationFile]);

    /// <summary>A misspelt revocation list that is passed over would allow what it was written to deny.</summary>
    private void TakeUnknownSetting(FileSystemInfo entry) => _findings.Error(
        SigningCodes.TrustStoreEntryIgnored,
        "the entry is neither a public key nor a setting, and its name is close to one",
        SourcePlace.OfFile(entry.FullName),
        NearestSetting(entry.Name) is { } near ? $"did you mean {near}?" : $"settings are {TrustStore.SettingsFile} and {TrustStore.RevocationFile}");

    private void Ignore(FileSystemInfo entry, string message, string hint) =>
        _findings.Warn(SigningCodes.TrustStoreEntryIgnored, message, SourcePlace.OfFile(entry.FullName), hint);

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
                _findings.Add(finding);
            }
        }
    }

    private TrustStore Finish()
    {
        SourcePlace place = SourcePlace.OfFile(_folder);
        TrustStore store = TrustStore.Of(_keys.Keys, _threshold, _revocations);
        if (_keys.Keys.Count > TrustStore.MostKeys)
        {
            _findings.Error(SigningCodes.TrustStoreUnreadable, $"there are {_keys.Keys.Count} keys, at most {TrustStore.MostKeys} are read", place);
        }

        foreach (VerificationKey key in store.RevokedKeys)
        {
            string reason = Quoted.Of(_revocations.FindKey(key.Fingerprint)!.Reason);
            _findings.Warn(SigningCodes.TrustedKeyRevoked, $"key {key} is revoked: {reason}", place);
        }

        if (!_findings.HasErrors && store.Keys.Count < store.Threshold)
        {
            _findings.Error(
                SigningCodes.ThresholdOutOfReach,
                $"{store.Threshold} different keys must sign, and the trust store has {store.Keys.Count} that count",
                place,
                "put the public keys of the signers into the folder");
        }

        return store;
    }

    private DiagnosticException Unreadable(string message) =>
        new(SigningCodes.TrustStoreUnreadable, message, SourcePlace.OfFile(_folder), "give a folder with the public keys of those who may sign");
}
