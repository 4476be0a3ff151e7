using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import;

namespace Interlock.ExecSpec.Tests.Import;

/// <summary>A checkpoint folder of one test.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.Root;

    public ImportFolder With(string relative, string text)
    {
        _folder.Write(relative, text);
        return this;
    }

    public ImportFolder With(string relative, byte[] bytes)
    {
        _folder.Write(relative, bytes);
        return this;
    }

    public SpecImport Import(ImportRequest? request = null, string relative = "") => SpecImport.Open(_folder.PathOf(relative), request);

    /// <summary>Codes of everything found, whether or not it ended in an exception.</summary>
    public string[] Codes(ImportRequest? request = null, string relative = "")
    {
        try
        {
            return [.. Import(request, relative).Findings.Select(item => item.Code)];
        }
        catch (DiagnosticException exception)
        {
            return [.. exception.Diagnostics.Select(item => item.Code)];
        }
    }

    public void Dispose() => _folder.Dispose();
}
