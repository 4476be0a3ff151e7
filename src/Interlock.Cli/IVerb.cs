using System.CommandLine;

namespace Interlock.Cli;

/// <summary>One word of the command line.</summary>
internal interface IVerb
{
    /// <summary>Describes the verb and binds its action.</summary>
    Command Build(VerbHost host);
}
