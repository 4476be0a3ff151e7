using System.Text;

namespace Interlock.Cli.Verbs.Completion;

/// <summary>
/// Completion scripts, one per shell, written from the command tree. They hold every word themselves, so that completing
/// does not have to start the program.
/// </summary>
internal static class CompletionScripts
{
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    public static string Of(string shell, IReadOnlyList<CompletionWords> words) => shell switch
    {
        "bash" => PosixTable(words) + Bash,
        "zsh" => "#compdef interlock\n" + PosixTable(words) + Zsh,
        "fish" => FishTable(words) + Fish,
        "pwsh" => PwshTable(words) + Pwsh,
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, null),
    };

    private const string Bash = """

        _interlock() {
            local verb="" word i
            for ((i = 1; i < COMP_CWORD; i++)); do
                word="${COMP_WORDS[i]}"
                case "$word" in -*) continue ;; esac
                case " $(_interlock_words "$verb") " in
                    *" $word "*) verb="${verb:+$verb }$word" ;;
                    *) break ;;
                esac
            done
            COMPREPLY=($(compgen -W "$(_interlock_words "$verb")" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _interlock interlock

        """;

    private const string Zsh = """

        _interlock() {
            local verb="" word i
            for ((i = 2; i < CURRENT; i++)); do
                word="${words[i]}"
                case "$word" in -*) continue ;; esac
                case " $(_interlock_words "$verb") " in
                    *" $word "*) verb="${verb:+$verb }$word" ;;
                    *) break ;;
                esac
            done
            local -a candidates
            candidates=(${=$(_interlock_words "$verb")})
            compadd -a candidates
            _files
        }
        if [ "$funcstack[1]" = "_interlock" ]; then _interlock; else compdef _interlock interlock; fi

        """;

    private const string Fish = """

        function __interlock_complete
            set -l verb ''
            for word in (commandline -opc)[2..-1]
                string match -q -- '-*' $word; and continue
                contains -- $word (__interlock_words "$verb"); or break
                set verb (string trim -- "$verb $word")
            end
            __interlock_words "$verb"
        end
        complete -c interlock -a '(__interlock_complete)'

        """;

    private const string Pwsh = """

        Register-ArgumentCompleter -Native -CommandName interlock -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $verb = ''
            foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
                $word = $element.ToString()
                if ($word.StartsWith('-')) { continue }
                if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete) { break }
                if ($interlockWords[$verb] -notcontains $word) { break }
                $verb = "$verb $word".Trim()
            }
            $interlockWords[$verb] | Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    private static string PosixTable(IEnumerable<CompletionWords> words) => Table(
        "_interlock_words() {\n    case \"$1\" in\n",
        words,
        entry => $"        \"{entry.Verb}\") echo \"{string.Join(' ', entry.Next)}\" ;;\n",
        "    esac\n}\n");

    private static string FishTable(IEnumerable<CompletionWords> words) => Table(
        "function __interlock_words\n    switch \"$argv[1]\"\n",
        words,
        entry => $"        case '{entry.Verb}'\n            printf '%s\\n' {string.Join(' ', entry.Next)}\n",
        "    end\nend\n");

    private static string PwshTable(IEnumerable<CompletionWords> words) => Table(
        "$interlockWords = @{\n",
        words,
        entry => $"    '{entry.Verb}' = @({string.Join(", ", entry.Next.Select(word => $"'{word}'"))})\n",
        "}\n");

    private static string Table(string head, IEnumerable<CompletionWords> words, Func<CompletionWords, string> row, string foot)
    {
        StringBuilder table = new(head);
        foreach (CompletionWords entry in words)
        {
            table.Append(row(entry));
        }

        return table.Append(foot).ToString();
    }
}
