using System.Text;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

public sealed class TransitionTableTests
{
    private const string AcceptVariable = "INTERLOCK_ACCEPT";
    private const string Begin = "<!-- table: begin (written by TransitionTableTests) -->";
    private const string End = "<!-- table: end -->";

    private static readonly SupervisorState[] States = Enum.GetValues<SupervisorState>();
    private static readonly SupervisorTrigger[] Triggers = Enum.GetValues<SupervisorTrigger>();

    [Fact]
    public void Every_trigger_has_one_row_and_one_entry_in_the_catalogue_in_the_order_of_the_enumeration()
    {
        Assert.Equal(Triggers, TransitionTable.Rows.Select(row => row.Trigger));
        Assert.Equal(Triggers, TriggerCatalogue.All.Select(info => info.Trigger));
    }

    [Fact]
    public void Every_pair_has_a_reaction_whose_motion_fits_its_state() =>
        Assert.All(Cells(), cell => Assert.Contains(cell.Reaction.Motion, Allowed(cell.Reaction)));

    [Fact]
    public void A_stop_leads_to_stopped_from_everywhere() =>
        Assert.All(States.Where(state => state != SupervisorState.Stopped), state =>
            Assert.Equal(SupervisorState.Stopped, TransitionTable.Of(state, SupervisorTrigger.OperatorStop).To));

    [Fact]
    public void Stopped_is_left_by_a_reset_alone_and_towards_idle_alone()
    {
        (SupervisorState From, SupervisorTrigger Trigger, Reaction Reaction) cell =
            Assert.Single(Cells(), cell => cell.From == SupervisorState.Stopped && cell.Reaction.Kind == ReactionKind.Go);
        Assert.Equal((SupervisorTrigger.Reset, SupervisorState.Idle), (cell.Trigger, cell.Reaction.To));
    }

    [Fact]
    public void Only_a_takeover_leads_to_human_control() =>
        Assert.All(
            Cells().Where(cell => cell.Reaction.To == SupervisorState.HumanControl && cell.Reaction.Kind == ReactionKind.Go),
            cell => Assert.Equal(SupervisorTrigger.TakeOver, cell.Trigger));

    [Fact]
    public void Every_state_has_a_way_out_by_a_command_that_ends_in_idle()
    {
        foreach (SupervisorState state in States.Where(state => state != SupervisorState.Idle))
        {
            SupervisorState stopped = state == SupervisorState.Stopped ? state : TransitionTable.Of(state, SupervisorTrigger.OperatorStop).To;
            Assert.Equal(SupervisorState.Idle, TransitionTable.Of(stopped, SupervisorTrigger.Reset).To);
        }
    }

    [Fact]
    public void The_page_prints_the_table()
    {
        string path = Path.Combine(SharedFiles.RepositoryRoot, "docs", "supervisor.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end > begin, "docs/supervisor.md has lost the marks around its table.");
        string expected = $"\n\n{Markdown()}\n";
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(path, page[..begin] + expected + page[end..]);
            return;
        }

        Assert.Equal(expected, page[begin..end]);
    }

    private static string Markdown()
    {
        StringBuilder text = new();
        text.Append($"| trigger | code | {string.Join(" | ", States)} |\n|---|---|{string.Concat(States.Select(_ => "---|"))}\n");
        foreach (TransitionRow row in TransitionTable.Rows.Skip(1))
        {
            string transient = TriggerCatalogue.Of(row.Trigger).IsTransient ? " *" : "";
            text.Append($"| {row.Trigger}{transient} | {TriggerCatalogue.Of(row.Trigger).Code ?? "–"} | {string.Join(" | ", States.Select(state => row.In(state).ToString()))} |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(SupervisorState From, SupervisorTrigger Trigger, Reaction Reaction)> Cells() =>
        from state in States
        from trigger in Triggers
        select (state, trigger, TransitionTable.Of(state, trigger));

    private static Motion[] Allowed(Reaction reaction) => reaction.Kind != ReactionKind.Go ? [Motion.None] : reaction.To switch
    {
        SupervisorState.Idle or SupervisorState.Armed => [Motion.None],
        SupervisorState.Running or SupervisorState.Degraded => [Motion.Release],
        SupervisorState.HumanControl => [Motion.Human],
        SupervisorState.Stopped => [Motion.ProtectiveStop, Motion.None],
        _ => [Motion.Hold, Motion.Brake],
    };
}
