using System.Text;
using Interlock.Cli.Inputs;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Import;

namespace Interlock.Cli.Verbs.Spec.Import;

/// <summary>What was imported, for people: the specification on the screen unless it went to a file, findings on the error stream.</summary>
internal static class ImportText
{
    private const string AllFindings = " (all of them with --json)";

    public static void Write(VerbHost host, SpecImport import, ImportedFiles files)
    {
        if (files.Paths.Count == 0 && files.Specs.Count == 1)
        {
            using MemoryStream bytes = new();
            SpecFile.Write(files.Specs[0], bytes);
            host.Out.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        }

        FailureReport.Write(host.Error, import.Findings, AllFindings);
        if (files.Paths.Count > 0)
        {
            string what = files.Paths.Count == 1 ? files.Paths[0] : $"{files.Paths.Count} specifications";
            host.Error.WriteLine($"Wrote {what} from {import.Ecosystem} files. Next: interlock spec show {CommandWord.Of(files.Paths[0])}");
        }
    }
}
